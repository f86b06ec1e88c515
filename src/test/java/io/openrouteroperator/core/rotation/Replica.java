package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operator process: what it alone knows, and how it carries out one decision, or dies at it. */
final class Replica {
    /** Who decides: the protocol, or a copy of it with a fault planted. */
    @FunctionalInterface
    interface Decider {
        KeyDecision decide(KeyObservation seen, Instant now);
    }

    /** What becomes of the next effect. */
    enum Fate {
        DONE,
        DIE_BEFORE,
        DIE_AFTER,
        ANSWER_LOST,
        CALL_LOST
    }

    private final World world;
    private final Decider decider;
    private final List<Instant> creations = new ArrayList<>();
    private @Nullable InFlight inFlight;
    private int nonces;
    private final char mark;
    private Fate fate = Fate.DONE;

    Replica(World world, Decider decider, char mark) {
        this.world = world;
        this.decider = decider;
        this.mark = mark;
    }

    void crash() {
        inFlight = null;
        creations.clear();
    }

    void next(Fate ofNextEffect) {
        fate = ofNextEffect;
    }

    /** One look, one decision, at most one effect. */
    KeyDecision step() {
        KeyDecision decision = decider.decide(look(), world.now);
        Fate now = fate;
        if (decision instanceof KeyDecision.Rest) {
            return decision;
        }
        fate = Fate.DONE;
        if (decision instanceof KeyDecision.Create) {
            inFlight = null;
            creations.add(world.now);
        }
        InFlight before = inFlight;
        if (now != Fate.DIE_BEFORE && now != Fate.CALL_LOST) {
            carryOut(decision);
        }
        if (now == Fate.ANSWER_LOST) {
            inFlight = before;
        }
        if (now == Fate.DIE_BEFORE || now == Fate.DIE_AFTER) {
            crash();
        }
        return decision;
    }

    private KeyObservation look() {
        Map<KeyHash, RemotePresence> remote = new HashMap<>();
        world.record().published().forEach(key -> remote.put(key.hash(), presence(key.hash())));
        KeyHash published = world.inSecret();
        if (published != null) {
            remote.put(published, presence(published));
        }
        if (inFlight != null) {
            inFlight.hashes().forEach(hash -> remote.put(hash, presence(hash)));
        }
        return new KeyObservation(
                Situation.ID,
                world.wishes,
                world.demand,
                world.record(),
                world.secret,
                inFlight,
                remote,
                world.account.listed(),
                "nonce%c%05d".formatted(mark, nonces++),
                creations,
                consumers(),
                world.turn,
                world.affordable());
    }

    private RemotePresence presence(KeyHash hash) {
        Account.Entry entry = world.account.keys.get(hash);
        return entry == null ? new Gone() : new Present(entry.key(), entry.guardrailId(), world.account.polledAt);
    }

    /** Looked up only while a rollout lasts, as in the reconciler. */
    private Consumers consumers() {
        Generation.Current current = world.record().current();
        return current == null || current.rolledOutAt() != null ? Consumers.none() : world.consumption.seen();
    }

    private void carryOut(KeyDecision decision) {
        switch (decision) {
            case KeyDecision.Rest _ -> {}
            case KeyDecision.Remember(KeyRecord record, var _, var _) -> remember(record);
            case KeyDecision.Create(Generation.Pending pending, var request, var _) ->
                inFlight = InFlight.Held.naked(pending.nonce(), world.account.create(request));
            case KeyDecision.Guard(InFlight.Held held, String guardrailId) -> {
                world.account.entry(hash(held), entry -> entry.boundTo(guardrailId));
                inFlight = held.withGuardrail(guardrailId);
            }
            case KeyDecision.Prove(InFlight.Held held, KeyTerms terms) -> prove(held, terms);
            case KeyDecision.Fund(InFlight.Held held, var limit) -> {
                world.account.changed(hash(held), new KeyChange.SetLimit(limit));
                inFlight = held.withFunds(limit);
            }
            case KeyDecision.Publish(InFlight.Held held, Generation.Pending pending, PolicyProof proof) ->
                world.publish(held.minted(), pending.serial(), proof);
            case KeyDecision.Rewrite(KeyHash hash, int serial) ->
                world.secret(
                        new SecretState.Ours(hash, serial, true, world.record().proof(), world.publishedAt()));
            case KeyDecision.Search(Generation.Pending pending) ->
                inFlight = new InFlight.Searched(
                        pending.nonce(),
                        world.account.named().stream()
                                .filter(key -> key.name().equals(pending.keyName()))
                                .toList());
            case KeyDecision.Delete delete -> {
                world.account.delete(delete.hash());
                settle(delete.hash());
            }
            case KeyDecision.Change change -> world.account.change(change.hash(), change.change());
            case KeyDecision.Restart restart -> world.consumption.restart(restart.hash());
            case KeyDecision.Reassign reassign ->
                world.account.entry(reassign.hash(), entry -> entry.boundTo(reassign.guardrailId()));
        }
    }

    private void remember(KeyRecord record) {
        Generation.Pending before = world.record().pending();
        Generation.Pending pending = record.pending();
        world.remember(record);
        if (pending == null) {
            inFlight = null;
        } else if (!pending.equals(before)) {
            inFlight = new InFlight.Untouched(pending.nonce());
        }
    }

    /** Any guardrail may happen to allow no more than the class does, so a proof alone does not tell which one it was. */
    private void prove(InFlight.Held held, KeyTerms terms) {
        Account.Entry entry = world.account.keys.get(hash(held));
        if (entry != null && entry.guardrailId() != null && !entry.key().disabled()) {
            world.account.entry(hash(held), found -> found.proven(terms.policyRevision()));
            inFlight = held.withProof(new PolicyProof(world.now, terms.guardrailId(), 3, "m", terms.policyRevision()));
        }
    }

    private void settle(KeyHash deleted) {
        switch (inFlight) {
            case InFlight.Held held
            when hash(held).equals(deleted) -> inFlight = new InFlight.Searched(held.nonce(), List.of());
            case InFlight.Searched(String nonce, var found) ->
                inFlight = new InFlight.Searched(
                        nonce,
                        found.stream()
                                .filter(key -> !key.hash().equals(deleted))
                                .toList());
            case null -> {}
            case InFlight.Held _, InFlight.Untouched _ -> {}
        }
    }

    private static KeyHash hash(InFlight.Held held) {
        MintedKey minted = held.minted();
        return minted.key().hash();
    }
}
