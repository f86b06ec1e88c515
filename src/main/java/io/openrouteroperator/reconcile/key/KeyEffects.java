package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.InFlight;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.RemotePresence;
import io.openrouteroperator.reconcile.account.AccountView;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Carries out what the protocol decides at OpenRouter, and tells the account's view, so that the next look sees it. */
final class KeyEffects {
    private final InFlightKeys inFlight;
    private final Clock clock;

    KeyEffects(InFlightKeys inFlight, Clock clock) {
        this.inFlight = inFlight;
        this.clock = clock;
    }

    /**
     * One POST. From the moment it is sent until it is answered nobody knows whether there is a key, so what this process knows
     * is forgotten first: a lost answer leads to recovery by itself.
     */
    void create(String uid, KeyDecision.Create decision, AccountView account) {
        inFlight.forget(uid);
        String nonce = decision.pending().nonce();
        try {
            MintedKey minted = account.changing(
                    decision.urgency(), () -> account.connection().createKey(decision.request()));
            inFlight.created(uid, clock.instant());
            inFlight.put(uid, InFlight.Held.naked(nonce, minted));
            account.wrote(minted.key(), null);
        } catch (OpenRouterException refused) {
            if (refused.failure().ambiguous()) {
                inFlight.created(uid, clock.instant());
            } else {
                inFlight.put(uid, new InFlight.Untouched(nonce));
            }
            throw refused;
        }
    }

    /** Binds the held key and reads the binding back; {@code assigned_count} alone proves nothing (trap 12). */
    void guard(
            String uid,
            KeyDecision.Guard decision,
            AccountView account,
            Enforced classification,
            Set<KeyHash> earlier) {
        RemoteKey key = decision.held().minted().key();
        assign(account, key.hash(), decision.guardrailId());
        CredentialBinding.bind(account, classification, key.hash());
        DestinationBinding.follow(account, classification.workspaceId(), earlier, key.hash());
        account.wrote(key, decision.guardrailId());
        inFlight.put(uid, decision.held().withGuardrail(decision.guardrailId()));
    }

    /** Raises the held key's limit to the real one: with more of the reserve than a create, so that what is begun is finished. */
    void fund(String uid, KeyDecision.Fund decision, AccountView account) {
        KeyHash hash = decision.held().minted().key().hash();
        account.change(hash, new KeyChange.SetLimit(decision.limit()), Urgency.HEAL);
        inFlight.put(uid, decision.held().withFunds(decision.limit()));
    }

    /** Looks for the keys that carry a lost creation's name, in every workspace: its class may have moved meanwhile. */
    void search(String uid, KeyDecision.Search decision, AccountView account) {
        var found = account.poll()
                .workspaceIds()
                .flatMap(workspace -> account.connection().scanKeys(workspace).stream())
                .filter(key -> key.name().equals(decision.pending().keyName()))
                .toList();
        inFlight.put(uid, new InFlight.Searched(decision.pending().nonce(), found));
    }

    /** Deletes a key; what was held of it is settled by that. */
    void delete(String uid, KeyDecision.Delete decision, AccountView account) {
        KeyHash hash = decision.hash();
        account.delete(hash, decision.urgency());
        settle(uid, hash);
    }

    /** Changes a published key. */
    void change(KeyDecision.Change decision, AccountView account) {
        account.change(decision.hash(), decision.change(), decision.urgency());
    }

    /** Binds a published key to its guardrail again. */
    void reassign(KeyDecision.Reassign decision, AccountView account) {
        assign(account, decision.hash(), decision.guardrailId());
        if (account.presence(decision.hash()) instanceof RemotePresence.Present(RemoteKey key, var _, var _)) {
            account.wrote(key, decision.guardrailId());
        }
    }

    private void settle(String uid, KeyHash deleted) {
        switch (inFlight.find(uid)) {
            case InFlight.Held held
            when held.minted().key().hash().equals(deleted) ->
                inFlight.put(uid, new InFlight.Searched(held.nonce(), List.of()));
            case InFlight.Searched searched ->
                inFlight.put(
                        uid,
                        new InFlight.Searched(
                                searched.nonce(),
                                searched.found().stream()
                                        .filter(key -> !key.hash().equals(deleted))
                                        .toList()));
            case null -> {}
            case InFlight.Held _, InFlight.Untouched _ -> {}
        }
    }

    private static void assign(AccountView account, KeyHash hash, String guardrailId) {
        OpenRouter openRouter = account.connection();
        openRouter.assignKeys(guardrailId, Set.of(hash));
        if (!openRouter.isAssigned(guardrailId, hash)) {
            throw new OpenRouterException(
                    "guardrail assignment",
                    new Failure.ServerError(200, "the assignment was accepted but cannot be read back"));
        }
    }
}
