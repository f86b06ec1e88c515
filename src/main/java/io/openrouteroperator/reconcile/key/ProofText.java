package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.rotation.PolicyProof;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A proof as one annotation: five words separated by spaces, so that a person can read it too. */
final class ProofText {
    private static final int WORDS = 5;

    private ProofText() {}

    static String write(PolicyProof proof) {
        return String.join(
                " ",
                proof.provenAt().toString(),
                proof.guardrailId(),
                Integer.toString(proof.usableModels()),
                proof.modelsHash(),
                proof.policyRevision());
    }

    /** The proof, or empty when the text is not one of ours. */
    static Optional<PolicyProof> read(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PolicyProof(Instant.parse(words[0]), words[1], Integer.parseInt(words[2]), words[3], words[4]));
        } catch (DateTimeException | NumberFormatException foreign) {
            return Optional.empty();
        }
    }
}
