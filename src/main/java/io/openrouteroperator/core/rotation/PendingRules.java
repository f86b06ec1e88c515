package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.KeyDecision.Delete;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.time.Instant;
import java.util.Optional;

/** Steps 2 to 5 for the pending generation, and its recovery: a key whose value is lost is deleted, never guessed at. */
final class PendingRules {
    private PendingRules() {}

    /** We hold a key for an intent that is no longer the recorded one; nobody has seen its value, so it goes. */
    static Optional<KeyDecision> discardWhatNoIntentOwns(KeyObservation seen, Instant now) {
        if (!(seen.inFlight() instanceof InFlight.Held held) || seen.inFlightForPending() != null) {
            return Optional.empty();
        }
        KeyHash hash = held.minted().key().hash();
        return seen.record().knows(hash)
                        || mayBeInUse(seen, hash)
                        || seen.remote().get(hash) instanceof Gone
                ? Optional.empty()
                : Optional.of(new Delete(
                        hash, Urgency.CREATE, Reason.ORPHAN_DELETED, "its intent was replaced by another one"));
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
                    case InFlight.Held held -> bringUp(seen, pending, held, now);
                });
    }

    /** What was used was published once: a status restored from a backup may name it, but only the orphan rule may delete it. */
    private static KeyDecision clearAway(KeyObservation seen, InFlight.Searched searched, Instant now) {
        return searched.found().stream()
                .filter(key ->
                        !seen.record().knows(key.hash()) && !mayBeInUse(seen, key.hash()) && !OrphanProof.wasUsed(key))
                .findFirst()
                .<KeyDecision>map(lost -> new Delete(
                        lost.hash(),
                        Urgency.CREATE,
                        Reason.CREATE_AMBIGUOUS,
                        "its value was lost with the answer that created it"))
                .orElseGet(() -> abandon(seen, now));
    }

    private static KeyDecision create(KeyObservation seen, Pending pending, Instant now) {
        return wantedTerms(seen)
                .<KeyDecision>map(terms -> new KeyDecision.Create(
                        pending,
                        new KeyRequest(
                                pending.keyName(),
                                SpendLimit.nothing(terms.limit().reset()),
                                terms.expiryOf(now),
                                terms.workspaceId()),
                        urgency(seen)))
                .orElseGet(() -> abandon(seen, now));
    }

    /** A key that only replaces one that works leaves the reserve to those that are missed. */
    private static Urgency urgency(KeyObservation seen) {
        Generation.Current current = seen.record().current();
        if (current == null) {
            return Urgency.CREATE;
        }
        boolean replacesWorkingKey =
                current.compromisedAt() == null && seen.publishes(current.hash()) && GrantRules.works(seen, current);
        return replacesWorkingKey ? Urgency.ROTATE : Urgency.HEAL;
    }

    /**
     * Nothing of the pending generation is left: begin again with the next serial, or not at all when nobody wants it or too many
     * were made already. The record must not keep an intent that waits, because everything else would wait with it.
     */
    private static KeyDecision abandon(KeyObservation seen, Instant now) {
        return wantedTerms(seen)
                .map(terms -> ReplacementRules.intend(seen, terms, Reason.ISSUING, "a lost key is made again", now))
                .filter(again -> !(again instanceof KeyDecision.Rest))
                .orElseGet(() -> new KeyDecision.Remember(
                        seen.record().withoutPending(), Reason.ISSUING, "nothing of the key being made is left"));
    }

    /** The terms, when there is a grant and a place to deliver to. */
    private static Optional<KeyTerms> wantedTerms(KeyObservation seen) {
        return GrantRules.terms(seen).filter(_ -> !(seen.secret() instanceof SecretState.Foreign));
    }

    /** Guard, prove, fund, publish: invariant G says in this order. */
    private static KeyDecision bringUp(KeyObservation seen, Pending pending, InFlight.Held held, Instant now) {
        RemoteKey minted = held.minted().key();
        if (seen.remote().get(minted.hash()) instanceof Gone) {
            return abandon(seen, now);
        }
        Optional<KeyTerms> granted = wantedTerms(seen);
        Optional<String> useless = granted.isEmpty()
                ? Optional.of("its grant ended before it was used")
                : whyUseless(seen, minted, granted.get());
        return useless.<KeyDecision>map(why -> mayBeInUse(seen, minted.hash())
                        ? abandon(seen, now)
                        : new Delete(minted.hash(), Urgency.CREATE, Reason.ORPHAN_DELETED, why))
                .orElseGet(() -> nextStep(seen, pending, held, granted.orElseThrow(), now));
    }

    /** It was published, and Secret or status were lost or taken over before it was recorded: the orphan rule gives it time. */
    private static boolean mayBeInUse(KeyObservation seen, KeyHash hash) {
        return seen.publishes(hash)
                || (seen.remote().get(hash) instanceof Present(RemoteKey key, var _, var _)
                        && OrphanProof.wasUsed(key));
    }

    /** A key that somebody disabled, or that lies in another workspace than its guardrail, would never be proven. */
    private static Optional<String> whyUseless(KeyObservation seen, RemoteKey minted, KeyTerms terms) {
        String workspace = minted.workspaceId();
        if (workspace != null && !workspace.equals(terms.workspaceId())) {
            return Optional.of("its class moved to another workspace before it was used");
        }
        return seen.remote().get(minted.hash()) instanceof Present(RemoteKey now, var _, var _) && now.disabled()
                ? Optional.of("it was disabled at OpenRouter before it was used")
                : Optional.empty();
    }

    /** What was done counts only while OpenRouter still shows it: anybody may have undone it since. */
    private static KeyDecision nextStep(
            KeyObservation seen, Pending pending, InFlight.Held held, KeyTerms terms, Instant now) {
        RemotePresence remote = seen.remote().get(held.minted().key().hash());
        boolean undone = remote instanceof Present(var _, var guardrail, var _)
                && !terms.guardrailId().equals(guardrail);
        if (undone || !terms.guardrailId().equals(held.guardrailId())) {
            return new KeyDecision.Guard(held, terms.guardrailId());
        }
        PolicyProof proof = held.proof();
        if (proof == null || !proof.holdsUnder(terms)) {
            return new KeyDecision.Prove(held, terms);
        }
        SpendLimit limit =
                remote instanceof Present(var key, var _, var _) && held.funds() != null ? key.limit() : held.funds();
        SpendLimit wanted = CarriedSpend.limitUnder(terms.limit(), pending.carried(), now);
        return limit != null && limit.sameAs(wanted)
                ? new KeyDecision.Publish(held, pending, proof)
                : new KeyDecision.Fund(held, wanted);
    }
}
