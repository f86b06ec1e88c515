package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the scan knows of one policy's namespaces.
 *
 * @param namespaces how many it governs
 * @param unread those that were not looked at yet, or could not be
 * @param byNamespace findings that are not exempted, for namespaces that have any
 */
public record PolicyFindings(int namespaces, List<String> unread, Map<String, Integer> byNamespace) {
    private static final int MOST_NAMED = 5;

    public PolicyFindings {
        unread = unread.stream().sorted().toList();
        byNamespace = Map.copyOf(byNamespace);
    }

    /** Sorts what is known by policy; a namespace that two policies govern counts for both. */
    public static Map<String, PolicyFindings> byPolicy(
            Map<String, List<GoverningPolicy>> governed, Map<String, NamespaceOutcome> known) {
        Map<String, List<String>> namespaces = new TreeMap<>();
        governed.forEach((namespace, policies) -> policies.forEach(policy -> namespaces
                .computeIfAbsent(policy.name(), _ -> new ArrayList<>())
                .add(namespace)));
        Map<String, PolicyFindings> findings = new TreeMap<>();
        namespaces.forEach((policy, names) -> findings.put(policy, of(names, known)));
        return findings;
    }

    private static PolicyFindings of(Collection<String> namespaces, Map<String, NamespaceOutcome> known) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String namespace : namespaces) {
            NamespaceOutcome outcome = known.get(namespace);
            int count = outcome == null ? 0 : outcome.count(FindingResult.FAIL) + outcome.count(FindingResult.WARN);
            if (count > 0) {
                counts.put(namespace, count);
            }
        }
        List<String> unread =
                namespaces.stream().filter(name -> !known.containsKey(name)).toList();
        return new PolicyFindings(namespaces.size(), unread, counts);
    }

    /** The condition of the policy. */
    public ConditionValue condition() {
        ConditionType type = ConditionType.OBJECTS_CONFORM;
        if (!byNamespace.isEmpty()) {
            return ConditionValue.fails(type, Reason.FINDINGS_PRESENT, summary());
        }
        if (!unread.isEmpty()) {
            return ConditionValue.unknown(
                    type,
                    Reason.NOT_SCANNED,
                    "%d of %d namespaces have not been scanned: %s"
                            .formatted(unread.size(), namespaces, listed(unread)));
        }
        return ConditionValue.holds(
                type, Reason.NO_FINDINGS, "nothing in %d namespaces breaks a rule".formatted(namespaces));
    }

    private String summary() {
        int all = byNamespace.values().stream().mapToInt(Integer::intValue).sum();
        List<String> worst = byNamespace.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .toList();
        return "%d findings in existing objects: %s".formatted(all, listed(worst));
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? shown : shown + " and %d more".formatted(names.size() - MOST_NAMED);
    }
}
