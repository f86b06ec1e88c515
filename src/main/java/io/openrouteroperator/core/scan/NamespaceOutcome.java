package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.GoverningPolicy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a look at one namespace found.
 *
 * @param policies those that governed it then
 * @param clean workloads, ConfigMaps and Secrets without a finding
 * @param findings the first {@link NamespaceScan#MOST_LISTED}, in the order in which they were met
 * @param counts all of them
 */
public record NamespaceOutcome(
        String namespace,
        Instant at,
        List<GoverningPolicy> policies,
        int clean,
        List<Finding> findings,
        Map<FindingKind, Integer> counts) {
    public NamespaceOutcome {
        policies = List.copyOf(policies);
        findings = List.copyOf(findings);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** How many findings have this result. */
    public int count(FindingResult result) {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().result() == result)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
