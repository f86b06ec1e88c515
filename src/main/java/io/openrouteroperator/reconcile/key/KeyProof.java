package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.EffectivePolicyCheck;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.PolicyProof;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Invariant G: asks OpenRouter, with the new key itself, what it may use, and compares with the policy. */
final class KeyProof {
    /** What came of asking. */
    sealed interface Outcome {
        /** Within the policy. */
        record Proven(PolicyProof proof) implements Outcome {}

        /** Not, or not yet; the key stays unpublished. */
        record Unproven(Reason reason, String message) implements Outcome {}
    }

    private static final int MOST_NAMED = 5;

    private final Clock clock;

    KeyProof(Clock clock) {
        this.clock = clock;
    }

    /** Asks once. A key that does not work yet is not an error: nobody says how long OpenRouter takes. */
    Outcome ask(OpenRouter openRouter, KeyDecision.Prove decision, Compiled allowed) {
        SecretValue key = decision.held().minted().value();
        try {
            openRouter.describe(key);
            return switch (EffectivePolicyCheck.check(openRouter.usableModels(key), allowed)) {
                case EffectivePolicyCheck.Within(int count, String modelsHash) ->
                    new Outcome.Proven(new PolicyProof(
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            decision.terms().guardrailId(),
                            count,
                            modelsHash,
                            decision.terms().policyRevision()));
                case EffectivePolicyCheck.Exceeds(List<String> models) -> exceeds(models);
                case EffectivePolicyCheck.NothingUsable _ ->
                    new Outcome.Unproven(
                            Reason.PROOF_FAILED,
                            "the new key may use no model at all: a setting of the account or its workspace leaves nothing");
            };
        } catch (OpenRouterException notYet) {
            if (notYet.failure() instanceof Failure.Unauthorized) {
                return new Outcome.Unproven(Reason.PROOF_FAILED, "the new key does not work yet");
            }
            throw notYet;
        }
    }

    private static Outcome exceeds(List<String> models) {
        String named = String.join(", ", models.subList(0, Math.min(MOST_NAMED, models.size())));
        return new Outcome.Unproven(
                Reason.PROOF_FAILED,
                "the new key could use %d models outside its class (%s): its guardrail is not in force yet"
                        .formatted(models.size(), named));
    }
}
