package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rollout.Rollout;
import io.openrouteroperator.core.rollout.RolloutStep;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.time.Instant;
import java.util.Optional;

/** Steps 7 and 8: those who read the key when they start are started again, and then nobody may be using the earlier ones. */
final class RolloutRules {
    private RolloutRules() {}

    /** What the rollout of the current key waits for; empty when there is none, or it is over. */
    static Optional<RolloutStep> step(KeyObservation seen) {
        Current current = seen.record().current();
        return current == null || current.rolledOutAt() != null
                ? Optional.empty()
                : Optional.of(Rollout.next(
                        seen.consumers(),
                        current.hash(),
                        current.publishedAt(),
                        seen.wishes().restarts()));
    }

    static Optional<KeyDecision> restartConsumers(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return step(seen)
                .filter(step -> current != null && seen.publishes(current.hash()))
                .flatMap(step -> step instanceof RolloutStep.Restart(var workload) && current != null
                        ? Optional.of(new KeyDecision.Restart(workload, current.hash(), current.serial()))
                        : Optional.empty());
    }

    /** From now on nobody that we know of holds an earlier key; what is left to prove is that nobody else does. */
    static Optional<KeyDecision> recordRollout(KeyObservation seen, Instant now) {
        return step(seen)
                .filter(step -> step instanceof RolloutStep.Done || nobodyIsWaitedFor(seen, now))
                .map(_ -> new KeyDecision.Remember(
                        seen.record().rolledOut(now),
                        Reason.CONSUMERS_UPDATED,
                        "no running consumer holds an earlier key"));
    }

    /** No earlier key is left that anybody could go on with; who only starts now may still turn out to hold one. */
    private static boolean nobodyIsWaitedFor(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && seen.record().previous().isEmpty() && Rollout.isSettled(current.publishedAt(), now);
    }

    /** A status write only when an earlier key was used since the last mark, so that an idle drain is quiet. */
    static Optional<KeyDecision> watchUsage(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        Instant rolledOut = current == null ? null : current.rolledOutAt();
        if (rolledOut == null) {
            return Optional.empty();
        }
        return seen.record()
                .overlapping()
                .filter(old -> !old.restored())
                .flatMap(old -> newMark(seen, old, rolledOut).stream())
                .findFirst();
    }

    private static Optional<KeyDecision> newMark(KeyObservation seen, Previous old, Instant rolledOut) {
        if (!(seen.remote().get(old.hash()) instanceof Present found)
                || !found.seenAt().isAfter(rolledOut)) {
            return Optional.empty();
        }
        UsageMark before = old.mark();
        if (before != null && !(found.seenAt().isAfter(before.seenAt()) && before.outgrownBy(found))) {
            return Optional.empty();
        }
        return Optional.of(new KeyDecision.Remember(
                seen.record().with(old.hash(), earlier -> earlier.marked(UsageMark.of(found))),
                Reason.DRAINING,
                before == null
                        ? "key serial %d is watched until nobody uses it".formatted(old.serial())
                        : "key serial %d is still used by somebody".formatted(old.serial())));
    }
}
