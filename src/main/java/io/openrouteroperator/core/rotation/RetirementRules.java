package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.Rollout;
import io.openrouteroperator.core.rollout.RolloutStep;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.RemotePresence.Gone;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Step 9: keys that served their time are disabled, soak, and go. */
final class RetirementRules {
    /** How long a disabled key can still be brought back when no policy can be asked: the shortest overlap of the API. */
    private static final Duration DEFAULT_SOAK = Duration.ofHours(1);

    private static final int MOST_NAMED = 5;

    /** A key may be disabled so much of its soak after it was retired without beginning the soak anew. */
    private static final int SLACK_SHARE = 4;

    private RetirementRules() {}

    static Optional<KeyDecision> forgetRetiredKey(KeyObservation seen, Instant now) {
        return seen.record().previous().stream()
                .filter(old -> seen.remote().get(old.hash()) instanceof Gone)
                .findFirst()
                .map(old -> new KeyDecision.Remember(
                        seen.record().without(old.hash()),
                        Reason.OLD_KEY_DELETED,
                        "key serial %d is deleted".formatted(old.serial())));
    }

    /** The drain proof: the shortest overlap has passed, no consumer holds it, and no poll since saw it used. */
    static Optional<KeyDecision> retireUnusedKey(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        if (current == null || current.rolledOutAt() == null || !seen.affords(Urgency.RETIRE)) {
            return Optional.empty();
        }
        Duration least = shortestOverlap(seen);
        return overlapping(seen)
                .filter(old ->
                        !old.restored() && !now.isBefore(old.supersededAt().plus(least)))
                .filter(old -> unusedSinceMark(seen, old))
                .findFirst()
                .map(old -> new KeyDecision.Remember(
                        seen.record().with(old.hash(), key -> key.retired(now)),
                        Reason.OLD_KEY_UNUSED,
                        "nobody uses key serial %d any more: it is disabled now and deleted after a soak"
                                .formatted(old.serial())));
    }

    private static boolean unusedSinceMark(KeyObservation seen, Previous old) {
        UsageMark mark = old.mark();
        return mark != null && seen.remote().get(old.hash()) instanceof Present found && mark.heldBy(found);
    }

    /**
     * Nobody was there to restart anybody during the overlap: those who read the key at start get the shortest one now. Once only,
     * so that a tool which takes our mark off again cannot keep an earlier key alive.
     */
    static Optional<KeyDecision> extendMissedOverlap(KeyObservation seen, Instant now) {
        Instant until = now.plus(shortestOverlap(seen));
        return RolloutRules.step(seen)
                        .filter(RolloutStep.Restart.class::isInstance)
                        .isEmpty()
                ? Optional.empty()
                : overlapping(seen)
                        .filter(old -> !old.restored() && !now.isBefore(old.retireAfter()))
                        .filter(old -> GrantRules.works(seen, old))
                        .filter(old ->
                                !old.retireAfter().isAfter(old.supersededAt().plus(longestOverlap(seen))))
                        .findFirst()
                        .map(old -> new KeyDecision.Remember(
                                seen.record().with(old.hash(), key -> key.dueAt(until)),
                                Reason.DRAINING,
                                "key serial %d works until %s, because its consumers are restarted only now"
                                        .formatted(old.serial(), until)));
    }

    /** How long an earlier key lives on at least, and soaks; the default of the API when no policy can be asked. */
    static Duration shortestOverlap(KeyObservation seen) {
        return GrantRules.terms(seen)
                .map(terms -> terms.rotation().overlapMin())
                .orElse(DEFAULT_SOAK);
    }

    /** At least the default: an overlap recorded under an earlier policy may have been longer than today's. */
    private static Duration longestOverlap(KeyObservation seen) {
        return GrantRules.terms(seen)
                .map(KeyTerms::overlap)
                .filter(overlap -> overlap.compareTo(PublicationRules.DEFAULT_OVERLAP) > 0)
                .orElse(PublicationRules.DEFAULT_OVERLAP);
    }

    /** The longest overlap has passed: whoever still holds the key had long enough, and is named. */
    static Optional<KeyDecision> retireOverdueKey(KeyObservation seen, Instant now) {
        return overlapping(seen)
                .filter(old -> !now.isBefore(old.retireAfter()) && seen.affords(Urgency.RETIRE_OVERDUE))
                .findFirst()
                .map(old -> new KeyDecision.Remember(
                        seen.record().with(old.hash(), key -> key.retired(now)),
                        Reason.OVERLAP_ENDED,
                        "the overlap of key serial %d has ended%s".formatted(old.serial(), holders(seen))));
    }

    /** What is in the Secret is in use, whatever its time says. */
    private static Stream<Previous> overlapping(KeyObservation seen) {
        return seen.record().overlapping().filter(old -> !seen.publishes(old.hash()));
    }

    private static String holders(KeyObservation seen) {
        Current current = seen.record().current();
        List<ConsumerPod> stale = current == null
                ? List.of()
                : Rollout.stalePods(seen.consumers(), current.hash(), current.publishedAt());
        if (stale.isEmpty()) {
            return "";
        }
        String named = stale.stream().limit(MOST_NAMED).map(ConsumerPod::name).collect(Collectors.joining(", "));
        return " although pods hold it: %s%s".formatted(named, stale.size() > MOST_NAMED ? " and others" : "");
    }

    /** Reversible at first. One in the wrong hands is stopped even if somebody put it back into the Secret. */
    static Optional<KeyDecision> disableRetiredKey(KeyObservation seen, Instant now) {
        return seen.record().previous().stream()
                .filter(old -> old.retiredAt() != null && GrantRules.works(seen, old))
                .filter(old -> old.revoked() || !seen.publishes(old.hash()))
                .filter(old -> seen.affords(urgency(old, now)))
                .findFirst()
                .map(old -> isLate(seen, old, now) ? soakingFrom(seen, old, now) : disabling(old, now));
    }

    /** Retired long ago, and working until now: a soak counted from then would be over before it began. */
    private static boolean isLate(KeyObservation seen, Previous old, Instant now) {
        Instant retiredAt = old.retiredAt();
        Duration slack = shortestOverlap(seen).dividedBy(SLACK_SHARE);
        return retiredAt != null && !old.revoked() && now.isAfter(retiredAt.plus(slack));
    }

    private static KeyDecision soakingFrom(KeyObservation seen, Previous old, Instant now) {
        return new KeyDecision.Remember(
                seen.record().with(old.hash(), key -> key.retired(now)),
                Reason.RETIRING,
                "key serial %d is disabled only now, so its soak begins now".formatted(old.serial()));
    }

    private static KeyDecision disabling(Previous old, Instant now) {
        return new KeyDecision.Change(
                old.hash(),
                new KeyChange.SetDisabled(true),
                urgency(old, now),
                old.revoked() ? Reason.REVOKED : Reason.OLD_KEY_DISABLED,
                "key serial %d was disabled".formatted(old.serial()));
    }

    static Optional<KeyDecision> deleteRetiredKey(KeyObservation seen, Instant now) {
        Duration soak = shortestOverlap(seen);
        return seen.record().previous().stream()
                .filter(old ->
                        old.retiredAt() != null && !now.isBefore(old.retiredAt().plus(soak)))
                .filter(old -> !seen.publishes(old.hash()) && seen.affords(Urgency.RETIRE))
                .findFirst()
                .map(old -> new KeyDecision.Delete(
                        old.hash(),
                        Urgency.RETIRE,
                        Reason.OLD_KEY_DELETED,
                        "key serial %d was deleted".formatted(old.serial())));
    }

    private static Urgency urgency(Previous old, Instant now) {
        if (old.revoked()) {
            return Urgency.REVOKE;
        }
        return now.isBefore(old.retireAfter()) ? Urgency.RETIRE : Urgency.RETIRE_OVERDUE;
    }
}
