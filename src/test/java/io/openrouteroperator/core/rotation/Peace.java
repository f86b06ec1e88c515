package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The end of a history: nobody interferes any more, and the owner asks for one more key, and for none by age. Peace must end, within a stated number of
 * decisions, with one living key that is current, published, guarded, funded and in the hands of every pod, and no other of ours.
 */
final class Peace {
    /** More decisions without anything happening in between are a loop. */
    static final int MOST_IN_ONE_PASS = 40;

    /** The breaker opens within the hour, orphans are a quarter old, overlaps end within three days, drains take two polls. */
    private static final List<Duration> ROUNDS = List.of(
            Duration.ZERO,
            Duration.ofMinutes(20),
            Duration.ofHours(2),
            Duration.ofHours(2),
            Duration.ofDays(4),
            Duration.ofHours(2),
            Duration.ofDays(4),
            Duration.ofHours(2));

    private final World world;
    private final Supplier<KeyDecision> replica;

    Peace(World world, Supplier<KeyDecision> replica) {
        this.world = world;
        this.replica = replica;
    }

    void keep() {
        quieten();
        KeyDecision last = new KeyDecision.Rest(new Standing(Verdict.UNDECIDED, Reason.ISSUING, "nothing was decided"));
        for (Duration time : ROUNDS) {
            world.pass(time);
            last = pass();
        }
        world.promises.check(
                last instanceof KeyDecision.Rest(Standing end) && end.verdict() == Verdict.READY,
                "peace ended with " + last);
        checkOnlyTheCurrentKeyLives();
    }

    private void quieten() {
        world.terms = replacing(world.terms);
        world.demand = new KeyDemand.Granted(world.terms);
        world.rationed = false;
        world.turn = FleetTurn.free();
        Requests asked = world.wishes.requests();
        world.wishes = new KeyWishes(
                new Requests(asked.generation() + 1, asked.rotate(), asked.revoke(), asked.rollback()),
                false,
                true,
                true);
        world.consumption.peace();
        if (world.secret instanceof SecretState.Foreign) {
            world.secret(new SecretState.Absent());
        }
    }

    private KeyDecision pass() {
        for (int step = 0; step < MOST_IN_ONE_PASS; step++) {
            KeyDecision decision = replica.get();
            if (decision instanceof KeyDecision.Rest || !world.promises.violations.isEmpty()) {
                return decision;
            }
        }
        world.promises.check(false, "a pass did not end within %d decisions".formatted(MOST_IN_ONE_PASS));
        return new KeyDecision.Rest(new Standing(Verdict.UNDECIDED, Reason.ISSUING, "loop"));
    }

    private void checkOnlyTheCurrentKeyLives() {
        KeyRecord record = world.record();
        Generation.Current current = record.current();
        Account.Entry entry = current == null ? null : world.account.keys.get(current.hash());
        world.promises.check(entry != null && !entry.key().disabled(), "the current key does not work");
        world.promises.check(
                entry != null && world.terms.guardrailId().equals(entry.guardrailId()), "the current key is unguarded");
        world.promises.check(
                current != null && current.hash().equals(world.inSecret()), "the current key is not published");
        // Who has forgotten everything begins anew, and cannot know that there were pods before.
        boolean beganAnew = current != null && current.serial() == 1 && world.published > 1;
        world.promises.check(
                beganAnew
                        || (current != null
                                && current.rolledOutAt() != null
                                && world.consumption.allHold(current.hash())),
                "L: somebody does not hold the current key");
        world.promises.check(
                world.account.named().size() <= 1, "O: keys of ours without an owner: " + world.account.named());
        world.promises.check(
                record.pending() == null && record.previous().isEmpty(), "the record is not at rest: " + record);
    }

    private static KeyTerms replacing(KeyTerms is) {
        return new KeyTerms(
                is.account(),
                is.workspaceId(),
                is.guardrailId(),
                is.policyRevision(),
                is.limit(),
                RotationTerms.standard(),
                true,
                true);
    }
}
