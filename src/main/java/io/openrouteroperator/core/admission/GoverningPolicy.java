package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy as seen from one namespace that it governs.
 *
 * @param enforcement what it does about a violation
 * @param byClassification classes with an enforcement of their own
 * @param claimable the classes that keys of the namespace may ask for, in the policy's order
 */
public record GoverningPolicy(
        String name,
        EnforcementMode enforcement,
        Map<String, EnforcementMode> byClassification,
        List<String> claimable,
        List<DatedExemption> exemptions) {
    public GoverningPolicy {
        byClassification = Map.copyOf(byClassification);
        claimable = List.copyOf(claimable);
        exemptions = List.copyOf(exemptions);
    }

    /** What this policy does about the violation. */
    public EnforcementMode enforcementOf(Violation violation) {
        String classification = violation.classification();
        return classification == null ? enforcement : byClassification.getOrDefault(classification, enforcement);
    }

    /** The exemption that covers the workload now, if any. */
    public Optional<DatedExemption> exemptionFor(String namespace, String serviceAccount, Instant now) {
        ObjectName workload = new ObjectName(namespace, serviceAccount);
        return exemptions.stream()
                .filter(exemption -> exemption.covers(workload, now))
                .findFirst();
    }
}
