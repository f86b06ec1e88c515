package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Observation.Outcome;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedAccount;
import io.openrouteroperator.core.compliance.snapshot.ObservedCondition;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.usage.UsageRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What OpenRouter's activity says was used, against what policies allow; the operator reads it and reports beside the scan. */
public final class UsageChecks {
    private static final String REPORT = "openrouter-operator-usage";

    private UsageChecks() {}

    /** What actually served each class was approved. */
    public static List<Observation> served(Snapshot snapshot, Instant now) {
        return Stream.concat(
                        Stream.of(UsageRule.values())
                                .filter(UsageRule::isViolation)
                                .flatMap(rule -> ScanFindings.about(snapshot, rule.id()).stream()),
                        snapshot.policies().stream().map(policy -> served(policy, snapshot)))
                .toList();
    }

    private static Observation served(ObservedPolicy policy, Snapshot snapshot) {
        Subject subject = Subject.policy(policy.name());
        Optional<ObservedCondition> conforms = policy.conditions().get(ConditionType.USAGE_CONFORMS);
        if (conforms.isEmpty()) {
            return unread(subject, snapshot, "no finding about what served is reported");
        }
        ObservedCondition condition = conforms.get();
        return switch (condition.status()) {
            case "True" -> Observation.holds(subject, "activity: " + condition.message());
            case "False" -> Observation.breaks(subject, "activity: " + condition.message(), condition.since());
            default -> Observation.unseen(subject, "activity: " + condition.message());
        };
    }

    /** Free models that served regulated data, whatever the list of its class says. */
    public static List<Observation> freeServed(Snapshot snapshot, Instant now) {
        return ScanFindings.about(snapshot, UsageRule.FREE_MODEL_NOT_ALLOWED.id(), GovernedClass.regulated(snapshot));
    }

    /** Activity is read for each key, and none of it was made by keys that are not known. */
    public static List<Observation> recorded(Snapshot snapshot, Instant now) {
        return Stream.concat(
                        snapshot.policies().stream().map(policy -> recorded(policy, snapshot)),
                        unmanaged(snapshot, now).stream())
                .toList();
    }

    private static Observation recorded(ObservedPolicy policy, Snapshot snapshot) {
        Subject subject = Subject.policy(policy.name());
        String read = "OpenRouter's activity is read by key and day";
        return policy.conditions().get(ConditionType.USAGE_CONFORMS).isPresent()
                ? Observation.holds(subject, read)
                : unread(subject, snapshot, read);
    }

    /** A condition counts over all namespaces, so the report of one goes by the reports in it. */
    private static Observation unread(Subject subject, Snapshot snapshot, String otherwise) {
        if (snapshot.scope().namespace() == null) {
            return Observation.unseen(
                    subject,
                    "OpenRouter's activity was not read; condition %s would prove it"
                            .formatted(ConditionType.USAGE_CONFORMS.text()));
        }
        boolean reported =
                snapshot.reports().stream().anyMatch(report -> report.name().startsWith(REPORT));
        return reported
                ? Observation.holds(subject, otherwise)
                : Observation.unseen(
                        subject,
                        "a namespace without findings has no report of usage, and one namespace is not told whether OpenRouter's activity was read; condition %s, which the report of the whole cluster goes by, would prove it"
                                .formatted(ConditionType.USAGE_CONFORMS.text()));
    }

    /** Keys that nobody manages, and that were used. */
    public static List<Observation> unmanaged(Snapshot snapshot, Instant now) {
        return snapshot.accounts().stream().flatMap(UsageChecks::unmanaged).toList();
    }

    private static Stream<Observation> unmanaged(ObservedAccount account) {
        return account
                .conditions()
                .get(ConditionType.UNMANAGED_KEYS_USED)
                .filter(condition -> condition.status().equals("True"))
                .map(condition -> Observation.breaks(
                        Subject.account(account.name()), "activity: " + condition.message(), condition.since()))
                .stream();
    }

    /** Keys that nobody has used for a long time. */
    public static List<Observation> unused(Snapshot snapshot, Instant now) {
        return ScanFindings.about(snapshot, UsageRule.KEY_UNUSED.id());
    }

    /** Providers that changed since a class let them in. */
    public static List<Observation> changed(Snapshot snapshot, Instant now) {
        return ScanFindings.about(snapshot, UsageRule.PROVIDER_CHANGED.id());
    }

    /** The same observations, without those that hold or cannot be made. */
    public static Check breaksOf(Check check) {
        return (snapshot, now) -> check.look(snapshot, now).stream()
                .filter(each -> each.outcome() == Outcome.BREAKS)
                .toList();
    }
}
