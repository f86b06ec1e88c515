package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.policy.LabelMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy, reduced to what admission asks of it.
 *
 * @param revokesLeakedKeys whether a key of its namespaces is replaced at once when it is found outside of its Secret
 */
public record PolicyFacts(
        String name,
        LabelMatcher namespaces,
        EnforcementMode enforcement,
        Map<String, EnforcementMode> byClassification,
        List<ClassificationFacts> classifications,
        List<DatedExemption> exemptions,
        boolean revokesLeakedKeys) {
    /** A class and the namespaces that may claim it. */
    public record ClassificationFacts(String name, LabelMatcher namespaces) {}

    public PolicyFacts {
        byClassification = Map.copyOf(byClassification);
        classifications = List.copyOf(classifications);
        exemptions = List.copyOf(exemptions);
    }

    /** The policy as it looks from a namespace with these labels, if it governs it. */
    public Optional<GoverningPolicy> seenFrom(Map<String, String> labels) {
        if (!namespaces.matches(labels)) {
            return Optional.empty();
        }
        List<String> claimable = classifications.stream()
                .filter(classification -> classification.namespaces().matches(labels))
                .map(ClassificationFacts::name)
                .toList();
        return Optional.of(seenWith(claimable));
    }

    /** The policy for a namespace whose labels nobody knows: it governs, and every class may be claimed. */
    public GoverningPolicy seenFromAnywhere() {
        return seenWith(classifications.stream().map(ClassificationFacts::name).toList());
    }

    private GoverningPolicy seenWith(List<String> claimable) {
        return new GoverningPolicy(name, enforcement, byClassification, claimable, exemptions);
    }
}
