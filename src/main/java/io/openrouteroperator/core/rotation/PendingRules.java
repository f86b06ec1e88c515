package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.KeyDecision.Delete;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Steps 2 to 5 for the pending generation, and its recovery: a key whose value is lost is deleted, never guessed at. */
final class PendingRules {
    private PendingRules() {}

    /** We hold a key for an intent that is no longer the recorded one; nobody has seen its value, so it goes. */
    static Optional<KeyDecision> discardWhatNoIntentOwns(KeyObservation seen, Instant now) {
        if (!(seen.inFlight() instanceof InFlight.Held held)
                || seen.inFlightForPending() != null
                || seen.record().knows(held.minted().key().hash())) {
            return Optional.empty();
        }
        return Optional.of(new Delete(
                held.minted().key().hash(), Reason.ORPHAN_DELETED, "its intent was replaced by another one"));
    }

    /** Finishes the pending generation, or searches for it and clears it away. */
    static Optional<KeyDecision> continuePending(KeyObservation seen, Instant now) {
        Pending pending = seen.record().pending();
        if (pending == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (seen.inFlightForPending()) {
                    case null -> new KeyDecision.Search(pending);
                    case InFlight.Searched searched -> clearAway(seen, searched, now);
                    case InFlight.Untouched _ -> create(seen, pending, now);
                    case InFlight.Held held -> bringUp(seen, pending, held);
                });
    }

    private static KeyDecision clearAway(KeyObservation seen, InFlight.Searched searched, Instant now) {
        List<RemoteKey> lost = searched.found().stream()
                .filter(key -> !seen.record().knows(key.hash()))
                .toList();
        if (!lost.isEmpty()) {
            return new Delete(
                    lost.getFirst().hash(),
                    Reason.CREATE_AMBIGUOUS,
                    "its value was lost with the answer that created it");
        }
        return abandon(seen, now);
    }

    private static KeyDecision create(KeyObservation seen, Pending pending, Instant now) {
        return GrantRules.terms(seen)
                .<KeyDecision>map(terms -> new KeyDecision.Create(
                        pending,
                        new KeyRequest(
                                pending.keyName(),
                                SpendLimit.nothing(terms.limit().reset()),
                                terms.expiryOf(now),
                                terms.workspaceId())))
                .orElseGet(() -> abandon(seen, now));
    }

    /** Nothing of the pending generation is left: begin again with the next serial, or not at all without a grant. */
    private static KeyDecision abandon(KeyObservation seen, Instant now) {
        KeyRecord cleared = seen.record().withoutPending();
        return GrantRules.terms(seen)
                .filter(_ -> !(seen.secret() instanceof SecretState.Foreign))
                .map(terms -> ReplacementRules.intend(seen, terms, Reason.ISSUING, "a lost key is made again", now))
                .orElseGet(() -> new KeyDecision.Remember(
                        cleared, Reason.ISSUING, "the key that was being made is no longer wanted"));
    }

    /** Guard, prove, fund, publish: invariant G says in this order. */
    private static KeyDecision bringUp(KeyObservation seen, Pending pending, InFlight.Held held) {
        Optional<KeyTerms> granted = GrantRules.terms(seen);
        if (granted.isEmpty()) {
            return new Delete(held.minted().key().hash(), Reason.ORPHAN_DELETED, "its grant ended before it was used");
        }
        KeyTerms terms = granted.get();
        if (!held.guarded() || provenFor(held, terms) == Stage.OTHER_RULES) {
            return new KeyDecision.Guard(held.withoutProof(), terms.guardrailId());
        }
        PolicyProof proof = held.proof();
        if (proof == null) {
            return new KeyDecision.Prove(held, terms);
        }
        return held.funded()
                ? new KeyDecision.Publish(held, pending, proof)
                : new KeyDecision.Fund(held, terms.limit());
    }

    private enum Stage {
        UNPROVEN,
        PROVEN,
        OTHER_RULES
    }

    /** A proof counts only for the rules it was made under; the policy may have changed meanwhile. */
    private static Stage provenFor(InFlight.Held held, KeyTerms terms) {
        PolicyProof proof = held.proof();
        if (proof == null) {
            return Stage.UNPROVEN;
        }
        boolean same = proof.guardrailId().equals(terms.guardrailId())
                && proof.policyRevision().equals(terms.policyRevision());
        return same ? Stage.PROVEN : Stage.OTHER_RULES;
    }
}
