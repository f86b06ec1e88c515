package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Event.Kind;
import io.openrouteroperator.core.rotation.Replica.Decider;
import io.openrouteroperator.core.rotation.Replica.Fate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays one history: first the events, then peace. Peace must end, within a stated number of decisions, with one living key that
 * is current, published, guarded and funded, and no other of ours.
 */
final class Simulation {
    /** More decisions without anything happening in between are a loop. */
    static final int MOST_IN_ONE_PASS = 40;

    /** Rounds of peace: the breaker opens within the hour, orphans are a quarter old, overlaps end within three days. */
    private static final List<Duration> PEACE =
            List.of(Duration.ZERO, Duration.ofMinutes(20), Duration.ofHours(2), Duration.ofDays(4), Duration.ofDays(4));

    private final World world = new World();
    private final Replica replica;
    private final Replica other;
    private final List<String> story = new ArrayList<>();
    private int changes;

    private Simulation(Decider decider) {
        replica = new Replica(world, decider, 'a');
        other = new Replica(world, decider, 'b');
    }

    /** What went wrong, with the story that led to it; empty when nothing did. */
    static Optional<String> play(List<Event> history, Decider decider) {
        Simulation simulation = new Simulation(decider);
        for (Event event : history) {
            simulation.happen(event);
            if (!simulation.world.violations.isEmpty()) {
                return simulation.verdict();
            }
        }
        simulation.peace();
        return simulation.verdict();
    }

    private Optional<String> verdict() {
        return world.violations.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\n", story) + "\n=> " + world.violations.getFirst());
    }

    private void happen(Event event) {
        if (event.kind() != Kind.RUN) {
            story.add("%s  %s".formatted(world.now, event));
        }
        switch (event.kind()) {
            case RUN -> step(replica);
            case RUN_OTHER_REPLICA -> step(other);
            case CRASH -> replica.crash();
            case DIE_BEFORE_EFFECT -> replica.next(Fate.DIE_BEFORE);
            case DIE_AFTER_EFFECT -> replica.next(Fate.DIE_AFTER);
            case LOSE_ANSWER_AFTER_EFFECT -> replica.next(Fate.ANSWER_LOST);
            case LOSE_CALL_BEFORE_EFFECT -> replica.next(Fate.CALL_LOST);
            case POLL -> world.pass(Duration.ZERO);
            case MINUTES_PASS -> world.pass(Duration.ofMinutes(event.choice() % 30));
            case HOURS_PASS -> world.pass(Duration.ofHours(event.choice() % 24));
            case DAYS_PASS -> world.pass(Duration.ofDays(event.choice() % 5));
            default -> interfere(event);
        }
    }

    private void interfere(Event event) {
        switch (event.kind()) {
            case GRANT -> world.demand = new KeyDemand.Granted(world.terms);
            case REFUSE -> world.demand = new KeyDemand.Refused(Reason.NO_POLICY, "no policy");
            case WITHDRAW -> world.demand = new KeyDemand.Withdrawn("nothing allowed");
            case ACCOUNT_DOWN -> world.demand = new KeyDemand.Waiting(Reason.ACCOUNT_NOT_READY, "down");
            case GUARDRAIL_MADE_ANEW -> terms("g" + ++changes, "r" + changes, world.terms.limit(), workspace());
            case RULES_REVISED -> terms(world.terms.guardrailId(), "r" + ++changes, world.terms.limit(), workspace());
            case LIMIT_LOWERED ->
                terms(world.terms.guardrailId(), world.terms.policyRevision(), usd(1 + event.choice()), workspace());
            case WORKSPACE_CHANGED ->
                terms("g" + ++changes, "r" + changes, world.terms.limit(), "w" + event.choice() % 2);
            case STATUS_LOST -> {
                world.statusWasLost = true;
                world.remember(KeyRecord.empty());
            }
            case STATUS_RESTORED -> {
                world.statusWasRestored = true;
                world.remember(world.records.get(event.choice() % world.records.size()));
            }
            case RATION_USED_UP -> world.rationed = true;
            case RATION_RESET -> world.rationed = false;
            case SECRET_DELETED,
                    SECRET_EMPTIED,
                    SECRET_GARBLED,
                    SECRET_ENTRIES_EDITED,
                    SECRET_RESTORED,
                    SECRET_TAKEN_OVER -> tamperWithSecret(event);
            default -> tamperWithKey(event);
        }
    }

    private void tamperWithSecret(Event event) {
        SecretState.Ours ours = world.secret instanceof SecretState.Ours is ? is : null;
        List<KeyHash> earlier = List.copyOf(world.lastInSecret.keySet());
        if (event.kind() == Kind.SECRET_DELETED) {
            world.secret(new SecretState.Absent());
        } else if (event.kind() == Kind.SECRET_TAKEN_OVER) {
            world.secret(new SecretState.Foreign("somebody else's", world.inSecret(), null));
        } else if (ours != null) {
            KeyHash value = switch (event.kind()) {
                case SECRET_GARBLED -> Situation.hash(event.choice());
                case SECRET_RESTORED -> earlier.isEmpty() ? ours.valueHash() : pick(earlier, event);
                case SECRET_EMPTIED -> null;
                default -> ours.valueHash();
            };
            world.secret(new SecretState.Ours(
                    value,
                    ours.serial(),
                    event.kind() != Kind.SECRET_ENTRIES_EDITED,
                    ours.proof(),
                    ours.publishedAt()));
        }
    }

    private void tamperWithKey(Event event) {
        List<KeyHash> ours = List.copyOf(world.keys.keySet());
        if (ours.isEmpty()) {
            return;
        }
        KeyHash hash = pick(ours, event);
        switch (event.kind()) {
            case KEY_DISABLED -> disable(hash);
            case KEY_ENABLED -> {
                world.changed(hash, new KeyChange.SetDisabled(false));
                world.stoppedByHand.remove(hash);
            }
            case KEY_DELETED -> world.keys.remove(hash);
            case KEY_UNGUARDED -> world.entry(hash, entry -> entry.boundTo(null));
            case KEY_LIMIT_CHANGED -> world.changed(hash, new KeyChange.SetLimit(usd(9999)));
            case KEY_RENAMED -> rename(hash);
            default -> throw new IllegalStateException("no such event: " + event);
        }
    }

    /** Only a key that works can be stopped by hand; afterwards nobody can tell who did it. */
    private void disable(KeyHash hash) {
        World.Entry entry = world.keys.get(hash);
        if (entry != null && !entry.key().disabled() && !world.record().withdrawn()) {
            world.changed(hash, new KeyChange.SetDisabled(true));
            world.stoppedByHand.add(hash);
            world.onceStoppedByHand.add(hash);
        }
    }

    /** A key that no record has and that is called something else is not ours by any proof; so only current keys are renamed. */
    private void rename(KeyHash hash) {
        if (hash.equals(world.inSecret()) && world.record().knows(hash)) {
            world.changed(hash, new KeyChange.Rename("mine"));
        }
    }

    private KeyDecision step(Replica who) {
        KeyDecision decision = who.step();
        String told = decision.toString();
        world.check(!told.contains("material"), "P: a decision prints key material");
        story.add("%s    %s".formatted(world.now, inShort(decision)));
        return decision;
    }

    private static String inShort(KeyDecision decision) {
        return switch (decision) {
            case KeyDecision.Remember(KeyRecord record, var _, String message) ->
                "Remember: %s; pending %s, current %s, previous %s"
                        .formatted(message, serial(record.pending()), serial(record.current()), record.previous());
            case KeyDecision.Create _, KeyDecision.Guard _, KeyDecision.Prove _, KeyDecision.Fund _ ->
                decision.getClass().getSimpleName();
            case KeyDecision.Publish(InFlight.Held held, var _, var _) ->
                "Publish " + held.minted().key().hash();
            case KeyDecision.Rewrite _,
                    KeyDecision.Search _,
                    KeyDecision.Delete _,
                    KeyDecision.Change _,
                    KeyDecision.Reassign _,
                    KeyDecision.Restart _,
                    KeyDecision.Rest _ -> decision.toString();
        };
    }

    private static String serial(@Nullable Generation generation) {
        return generation == null ? "none" : Integer.toString(generation.serial());
    }

    private void peace() {
        story.add("peace");
        terms(world.terms.guardrailId(), world.terms.policyRevision(), world.terms.limit(), workspace());
        world.demand = new KeyDemand.Granted(replacing(world.terms));
        world.rationed = false;
        replica.next(Fate.DONE);
        if (world.secret instanceof SecretState.Foreign) {
            world.secret(new SecretState.Absent());
        }
        KeyDecision last = null;
        for (Duration time : PEACE) {
            world.pass(time);
            last = pass();
        }
        world.check(
                last instanceof KeyDecision.Rest(Standing end) && end.verdict() == Standing.Verdict.READY,
                "peace ended with " + last);
        checkOnlyTheCurrentKeyLives();
    }

    private KeyDecision pass() {
        for (int step = 0; step < MOST_IN_ONE_PASS; step++) {
            KeyDecision decision = step(replica);
            if (decision instanceof KeyDecision.Rest || !world.violations.isEmpty()) {
                return decision;
            }
        }
        world.check(false, "a pass did not end within %d decisions".formatted(MOST_IN_ONE_PASS));
        return new KeyDecision.Rest(new Standing(Standing.Verdict.UNDECIDED, Reason.ISSUING, "loop"));
    }

    private void checkOnlyTheCurrentKeyLives() {
        KeyRecord record = world.record();
        Generation.Current current = record.current();
        World.Entry entry = current == null ? null : world.keys.get(current.hash());
        world.check(entry != null && !entry.key().disabled(), "the current key does not work");
        world.check(
                entry != null && world.terms.guardrailId().equals(entry.guardrailId()), "the current key is unguarded");
        world.check(current != null && current.hash().equals(world.inSecret()), "the current key is not published");
        world.check(world.named().size() <= 1, "O: keys of ours without an owner: " + world.named());
        world.check(record.pending() == null && record.previous().isEmpty(), "the record is not at rest: " + record);
    }

    private void terms(String guardrail, String revision, SpendLimit limit, String workspace) {
        KeyTerms is = world.terms;
        world.terms = new KeyTerms(is.account(), workspace, guardrail, revision, limit, is.rotation(), false, true);
        if (world.demand instanceof KeyDemand.Granted) {
            world.demand = new KeyDemand.Granted(world.terms);
        }
    }

    private static KeyTerms replacing(KeyTerms is) {
        return new KeyTerms(
                is.account(),
                is.workspaceId(),
                is.guardrailId(),
                is.policyRevision(),
                is.limit(),
                is.rotation(),
                true,
                true);
    }

    private String workspace() {
        return world.terms.workspaceId();
    }

    private static SpendLimit usd(int amount) {
        return new SpendLimit(new BigDecimal(amount), ResetInterval.MONTHLY);
    }

    private static KeyHash pick(List<KeyHash> from, Event event) {
        return from.stream().sorted().toList().get(event.choice() % from.size());
    }
}
