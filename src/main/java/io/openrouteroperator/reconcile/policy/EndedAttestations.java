package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.Attestation;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attestations that have ended. The status remembers them, so that an end is told once, also one that no leader was there to see. */
final class EndedAttestations {
    private EndedAttestations() {}

    /** Those of a policy. */
    static List<Attestation> of(OpenRouterPolicy policy, Instant now) {
        return policy.getSpec().attestations().stream()
                .filter(attestation -> hasEnded(attestation.validUntil(), now))
                .toList();
    }

    /** How a status remembers them. */
    static List<String> words(List<Attestation> ended) {
        return ended.stream().map(EndedAttestations::words).distinct().toList();
    }

    /** Those that a status does not remember; before there is one, nothing is news. */
    static List<Attestation> news(List<Attestation> ended, @Nullable OpenRouterPolicyStatus before) {
        return before == null
                ? List.of()
                : ended.stream()
                        .filter(attestation -> !before.endedAttestations().contains(words(attestation)))
                        .toList();
    }

    private static String words(Attestation attestation) {
        return "%s until %s".formatted(attestation.control(), attestation.validUntil());
    }

    /** The schema has seen to it that the end is a date; what is none never ends. */
    private static boolean hasEnded(String end, Instant now) {
        try {
            return !now.isBefore(OffsetDateTime.parse(end).toInstant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
