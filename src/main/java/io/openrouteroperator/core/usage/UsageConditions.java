package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What statuses say of a pass. No message tells a date or a count of requests, so that a quiet day changes no status. */
public final class UsageConditions {
    private static final int MOST_NAMED = 5;

    private UsageConditions() {}

    /** The condition of a policy, from the pass over its account. */
    public static ConditionValue ofPolicy(String policy, UsageSummary summary) {
        Map<UsageRule, Integer> violations = new TreeMap<>();
        Map<String, Integer> namespaces = new TreeMap<>();
        int warnings = 0;
        for (Map.Entry<FindingPlace, Integer> each : summary.findings().entrySet()) {
            FindingPlace place = each.getKey();
            if (!place.policy().equals(policy)) {
                continue;
            }
            if (place.rule().isViolation()) {
                violations.merge(place.rule(), each.getValue(), Integer::sum);
                namespaces.merge(place.namespace(), each.getValue(), Integer::sum);
            } else {
                warnings += each.getValue();
            }
        }
        if (violations.isEmpty()) {
            return ConditionValue.holds(
                    ConditionType.USAGE_CONFORMS,
                    Reason.NO_FINDINGS,
                    "nothing that was served in %s was outside of the policy%s"
                            .formatted(period(summary), warnings == 0 ? "" : "; " + warnings + " warnings"));
        }
        return ConditionValue.fails(
                ConditionType.USAGE_CONFORMS,
                Reason.FINDINGS_PRESENT,
                "served outside of the policy in %s: %s; in %s"
                        .formatted(period(summary), counts(violations), named(namespaces.keySet())));
    }

    /** The condition of an account whose unmanaged keys were used; nothing where all keys are somebody's. */
    public static Optional<ConditionValue> ofAccount(UsageSummary summary) {
        if (summary.unmanagedKeys() == 0 && summary.unexplained() == 0) {
            return Optional.empty();
        }
        String keys = summary.unmanagedKeys() == 0
                ? ""
                : "%d keys without an OpenRouterKey were used in %s: %s. "
                        .formatted(
                                summary.unmanagedKeys(),
                                period(summary),
                                named(
                                        summary.unmanaged().stream()
                                                .map(UnmanagedCaller::text)
                                                .toList(),
                                        summary.unmanagedKeys()));
        String rest = summary.unexplained() == 0
                ? ""
                : "Some requests were made by keys that are not listed (deleted, or made by OAuth). ";
        return Optional.of(ConditionValue.holds(
                ConditionType.UNMANAGED_KEYS_USED,
                Reason.UNMANAGED_KEYS_USED,
                keys + rest + "Find who uses them, declare an OpenRouterKey instead, and disable them at OpenRouter"));
    }

    private static String period(UsageSummary summary) {
        String completed = summary.days() == 1 ? "the last day" : "the last %d days".formatted(summary.days());
        return completed
                + switch (summary.today()) {
                    case NOT_READ -> "";
                    case COMPLETE -> " and today so far";
                    case INCOMPLETE -> " and the part of today that could be read";
                };
    }

    private static String counts(Map<UsageRule, Integer> violations) {
        return violations.entrySet().stream()
                .map(each -> each.getKey().id() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String named(Collection<String> names) {
        return named(names, names.size());
    }

    private static String named(Collection<String> names, int all) {
        int shown = Math.min(MOST_NAMED, names.size());
        String text = names.stream().limit(shown).collect(Collectors.joining(", "));
        return all <= shown ? text : text + " and %d more".formatted(all - shown);
    }
}
