package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Event.Kind;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Replica.Decider;
import io.openrouteroperator.core.rotation.Replica.Fate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays one history: first the events, then {@link Peace}. */
final class Simulation {
    private static final Set<Reason> BY_AGE = EnumSet.of(Reason.ROTATION_DUE, Reason.ROTATED_OUTSIDE_WINDOWS);

    private final World world = new World();
    private final Interference interference = new Interference(world);
    private final Story story = new Story(world);
    private final Replica replica;
    private final Replica other;

    /**
     * How a history ended.
     *
     * @param failure what went wrong, with the story that led to it; empty when nothing did
     * @param checks how often a promise was looked at
     * @param steps how many decisions were made
     * @param rotations how many keys were published after the first
     */
    record Outcome(Optional<String> failure, Map<Promise, Long> checks, long steps, int rotations) {}

    private long steps;

    private Simulation(Decider decider) {
        replica = new Replica(world, decider, 'a');
        other = new Replica(world, decider, 'b');
    }

    static Outcome play(List<Event> history, Decider decider) {
        Simulation simulation = new Simulation(decider);
        for (Event event : history) {
            simulation.happen(event);
            if (!simulation.world.promises.violations.isEmpty()) {
                return simulation.outcome();
            }
        }
        simulation.story.tell("peace");
        simulation.replica.next(Fate.DONE);
        new Peace(simulation.world, () -> simulation.step(simulation.replica)).keep();
        return simulation.outcome();
    }

    private Outcome outcome() {
        return new Outcome(
                world.promises.violations.stream().findFirst().map(story::endingWith),
                world.promises.checks(),
                steps,
                Math.max(0, world.published - 1));
    }

    private void happen(Event event) {
        if (event.kind() != Kind.RUN) {
            story.tell(event.toString());
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
            case SECONDS_PASS -> world.passUnseen(Duration.ofSeconds(event.choice() % 59));
            case MINUTES_PASS -> world.pass(Duration.ofMinutes(event.choice() % 30));
            case HOURS_PASS -> world.pass(Duration.ofHours(event.choice() % 24));
            case DAYS_PASS -> world.pass(Duration.ofDays(event.choice() % 5));
            default -> interference.happen(event);
        }
    }

    private KeyDecision step(Replica who) {
        KeyDecision decision = who.step();
        steps++;
        story.tell(decision);
        world.promises.check(!decision.toString().contains("material"), "P: a decision prints key material");
        checkTurn(decision);
        checkAge(decision);
        return decision;
    }

    private void checkTurn(KeyDecision decision) {
        world.promises.check(
                world.turn.mayStart()
                        || !(decision instanceof KeyDecision.Remember remember)
                        || !BY_AGE.contains(remember.reason()),
                "T: a rotation began out of its turn");
    }

    /** At rest, with a grant and all the key changes there are, no key is older than it may be. */
    private void checkAge(KeyDecision decision) {
        Current current = world.record().current();
        boolean free = world.demand instanceof KeyDemand.Granted
                && world.secret instanceof SecretState.Ours
                && world.turn.mayStart()
                && !world.rationed
                && !world.wishes.suspended();
        world.promises.check(
                current == null
                        || !free
                        || !(decision instanceof KeyDecision.Rest(Standing standing))
                        || standing.verdict() != Standing.Verdict.READY
                        || world.now.isBefore(
                                current.createdAt().plus(world.terms.rotation().maxAge())),
                "A: the published key is older than maxAge");
    }
}
