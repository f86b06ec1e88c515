package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of keys that were published, and who took a promise back: N (a published key works), L (whoever follows is never
 * refused), D (nothing is retired before its drain), S (a soak comes before the end).
 */
final class Promises {
    /** An overlap may come out that much short: its end is not written anew with every look. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** The least overlap may come out that much short, for the same reason. */
    private static final Duration SHORT = Duration.ofMinutes(1);

    /** A soak is counted from the record of the retirement; the key may be disabled a quarter of it later. */
    private static final Duration LEAST_SOAK = Duration.ofMinutes(45);

    final Map<KeyHash, Instant> lastInSecret = new HashMap<>();
    /** Also those enabled since: whoever stops an earlier key and then a whole class has given it up. */
    final Set<KeyHash> onceStoppedByHand = new HashSet<>();

    final Set<KeyHash> stoppedByHand = new HashSet<>();
    /** Deleted, or called something else, so that nothing proves any more that they are ours. */
    final Set<KeyHash> lostByHand = new HashSet<>();

    final List<String> violations = new ArrayList<>();
    boolean statusWasRestored;

    /** With it goes the memory of who disabled a key. */
    boolean statusWasLost;

    private final World world;
    private final Set<KeyHash> revoked = new HashSet<>();
    private final Set<KeyHash> withdrawn = new HashSet<>();
    private final Set<KeyHash> restored = new HashSet<>();
    /** Given more time once; who is away again meanwhile lost it. */
    private final Set<KeyHash> lastChance = new HashSet<>();

    private final Map<KeyHash, Instant> disabledAt = new HashMap<>();
    private Duration shortestOverlap;
    private final Map<Promise, Long> checks = new EnumMap<>(Promise.class);

    Promises(World world) {
        this.world = world;
        shortestOverlap = world.terms.rotation().overlapMax();
    }

    void check(boolean holds, String otherwise) {
        checks.merge(Promise.of(otherwise), 1L, Long::sum);
        if (!holds) {
            violations.add(otherwise);
        }
    }

    Map<Promise, Long> checks() {
        return checks;
    }

    /** The policy says something else about overlaps: keys are judged by whatever is kindest to the protocol. */
    void overlapChanged() {
        Duration now = world.terms.rotation().overlapMax();
        shortestOverlap = now.compareTo(shortestOverlap) < 0 ? now : shortestOverlap;
    }

    /** Invariant L. */
    void called(Consumption.Pod pod, World.@Nullable Entry entry) {
        KeyHash hash = Objects.requireNonNull(pod.holds());
        if (entry != null && world.works(hash)) {
            world.spend(hash);
            checks.merge(Promise.L, 1L, Long::sum);
            return;
        }
        check(
                isTakenBack(hash) || couldNotFollow(pod, hash) || (entry != null && hasExpired(entry)),
                "L: pod %s was refused with key %s".formatted(pod.name(), hash));
    }

    /** Nobody looked for so long that it failed safe; that nobody who looks lets it come to this is promise A. */
    private boolean hasExpired(World.Entry entry) {
        Instant end = entry.key().expiresAt();
        return end != null && !world.now.isBefore(end);
    }

    private boolean isTakenBack(KeyHash hash) {
        return statusWasRestored
                || onceStoppedByHand.contains(hash)
                || lostByHand.contains(hash)
                || revoked.contains(hash)
                || restored.contains(hash)
                || lastChance.contains(hash)
                || withdrawn.contains(hash);
    }

    /** Something held it up since the key left the Secret, and the longest overlap has passed; or it never read a key of ours. */
    private boolean couldNotFollow(Consumption.Pod pod, KeyHash hash) {
        Instant left = lastInSecret.get(hash);
        Instant hindered = pod.hinderedAt();
        if (left == null || pod.readDeadKey() || !world.everMade.contains(hash)) {
            return true;
        }
        return hindered != null && !hindered.isBefore(left) && !world.now.isBefore(left.plus(shortestOverlap));
    }

    /** What a new record says about earlier keys has to be true. */
    void recorded(KeyRecord before, KeyRecord next) {
        for (Previous old : next.previous()) {
            @Nullable
            Previous was = before.previous().stream()
                    .filter(each -> each.hash().equals(old.hash()))
                    .findFirst()
                    .orElse(null);
            if (old.mark() != null && (was == null || !old.mark().equals(was.mark()))) {
                checkMark(next.current(), old.mark());
            }
            if (old.retiredAt() != null && (was == null || was.retiredAt() == null)) {
                checkRetirement(next, old);
            }
            if (old.restored()) {
                restored.add(old.hash());
            }
            if (was != null && old.retireAfter().isAfter(was.retireAfter())) {
                lastChance.add(old.hash());
            }
        }
        Current current = next.current();
        if (current != null && current.compromisedAt() != null) {
            next.published().map(Generation.Published::hash).forEach(revoked::add);
        }
    }

    private void checkMark(@Nullable Current current, UsageMark mark) {
        Instant rolledOut = current == null ? null : current.rolledOutAt();
        check(
                statusWasRestored || (rolledOut != null && mark.seenAt().isAfter(rolledOut)),
                "D: the use of an earlier key was marked before the rollout was done");
    }

    private void checkRetirement(KeyRecord record, Previous old) {
        boolean drained = old.mark() != null
                && world.polledAt.isAfter(old.mark().seenAt())
                && leastOverlapHasPassed(lastInSecret.getOrDefault(old.hash(), Instant.MIN));
        Current current = record.current();
        boolean revocation = (current != null && current.compromisedAt() != null) || revoked.contains(old.hash());
        check(
                drained || revocation || statusWasRestored || !world.now.isBefore(old.retireAfter()),
                "D: key %s was retired before nobody used it".formatted(old.hash()));
    }

    /** A decision of the protocol deletes a key: never one that a service may be using (invariant N). */
    void deleting(KeyHash hash, World.@Nullable Entry entry) {
        check(!hash.equals(world.inSecret()), "N: the published key " + hash + " was deleted");
        Instant left = lastInSecret.get(hash);
        check(
                left == null
                        || entry == null
                        || hasExpired(entry)
                        || onceStoppedByHand.contains(hash)
                        || ((statusWasLost || statusWasRestored) && entry.key().disabled())
                        || (recordSaysItIsDue(hash)
                                && (statusWasRestored || entry.key().disabled()))
                        || (entry.key().disabled() && (revoked.contains(hash) || leastOverlapHasPassed(left)))
                        || ((statusWasRestored || statusWasLost) && isIdle(entry))
                        || !world.now.isBefore(left.plus(shortestOverlap).minus(SLACK)),
                "N: key " + hash + " was deleted within its overlap");
        if (entry != null && hasExpired(entry)) {
            lastChance.add(hash);
        }
        boolean orphan = !world.record().knows(hash);
        check(
                left == null
                        || entry == null
                        || hasExpired(entry)
                        || orphan
                        || onceStoppedByHand.contains(hash)
                        || revoked.contains(hash)
                        || withdrawn.contains(hash)
                        || statusWasRestored
                        || hasSoaked(hash),
                "S: key " + hash + " was deleted without a soak");
    }

    /** A status that was lost or restored may not know it; who put it into the Secret for a moment did not make anybody use it. */
    private boolean isIdle(World.Entry entry) {
        Instant used = entry.key().lastUsedAt();
        return used == null || !world.now.isBefore(used.plus(OrphanProof.IDLE_AGE));
    }

    private boolean hasSoaked(KeyHash hash) {
        Instant disabled = disabledAt.get(hash);
        return disabled != null && !world.now.isBefore(disabled.plus(LEAST_SOAK));
    }

    void changing(KeyHash hash, KeyChange change) {
        if (!(change instanceof KeyChange.SetDisabled(boolean disabled))) {
            return;
        }
        Instant left = lastInSecret.get(hash);
        boolean withdrawal = world.demand instanceof KeyDemand.Withdrawn;
        check(
                !disabled
                        || withdrawal
                        || revoked.contains(hash)
                        || (!hash.equals(world.inSecret())
                                && left != null
                                && (statusWasRestored || leastOverlapHasPassed(left))),
                "N: key " + hash + " was disabled");
        check(
                disabled || statusWasRestored || restored.contains(hash) || !stoppedByHand.contains(hash),
                "key " + hash + ", disabled by hand, was enabled");
        if (disabled && withdrawal) {
            withdrawn.add(hash);
        }
        if (disabled) {
            disabledAt.put(hash, world.now);
        }
    }

    private boolean leastOverlapHasPassed(Instant left) {
        return left.equals(Instant.MIN)
                || !world.now.isBefore(left.plus(leastOverlap()).minus(SHORT));
    }

    private Duration leastOverlap() {
        return world.terms.rotation().overlapMin();
    }

    /**
     * A status restored from a backup is believed, about the end of an overlap as about who disabled a key: nobody else could tell.
     * And a key that its class stopped is no use in a Secret that somebody put it back into meanwhile.
     */
    private boolean recordSaysItIsDue(KeyHash hash) {
        return world.record().previous().stream()
                .anyMatch(old -> old.hash().equals(hash) && !world.now.isBefore(old.retireAfter()));
    }
}
