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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of keys that were published: N (a published key works), L (whoever follows is never
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
    final List<String> violations = new ArrayList<>();

    final Waivers waivers = new Waivers();
    private final World world;
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
    void called(Consumption.Pod pod, Account.@Nullable Entry entry) {
        KeyHash hash = Objects.requireNonNull(pod.holds());
        if (entry != null && world.account.works(hash)) {
            world.account.spend(hash);
            checks.merge(Promise.L, 1L, Long::sum);
            return;
        }
        check(
                waivers.cover(hash) || couldNotFollow(pod, hash) || (entry != null && hasExpired(entry)),
                "L: pod %s was refused with key %s".formatted(pod.name(), hash));
    }

    /** Nobody looked for so long that it failed safe; that nobody who looks lets it come to this is promise A. */
    private boolean hasExpired(Account.Entry entry) {
        Instant end = entry.key().expiresAt();
        return end != null && !world.now.isBefore(end);
    }

    /** Something held it up since the key left the Secret, and the longest overlap has passed; or it never read a key of ours. */
    private boolean couldNotFollow(Consumption.Pod pod, KeyHash hash) {
        Instant left = lastInSecret.get(hash);
        Instant hindered = pod.hinderedAt();
        if (left == null || pod.readDeadKey() || !world.account.everMade.contains(hash)) {
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
                waivers.restored.add(old.hash());
            }
            if (was != null && old.retireAfter().isAfter(was.retireAfter())) {
                waivers.lastChance.add(old.hash());
            }
        }
        Current current = next.current();
        if (current != null && current.compromisedAt() != null) {
            next.published().map(Generation.Published::hash).forEach(waivers.revoked::add);
        }
    }

    private void checkMark(@Nullable Current current, UsageMark mark) {
        Instant rolledOut = current == null ? null : current.rolledOutAt();
        check(
                waivers.statusWasRestored || (rolledOut != null && mark.seenAt().isAfter(rolledOut)),
                "D: the use of an earlier key was marked before the rollout was done");
    }

    private void checkRetirement(KeyRecord record, Previous old) {
        boolean drained = old.mark() != null
                && world.account.polledAt.isAfter(old.mark().seenAt())
                && leastOverlapHasPassed(lastInSecret.getOrDefault(old.hash(), Instant.MIN));
        Current current = record.current();
        boolean revocation =
                (current != null && current.compromisedAt() != null) || waivers.revoked.contains(old.hash());
        check(
                drained || revocation || waivers.statusWasRestored || !world.now.isBefore(old.retireAfter()),
                "D: key %s was retired before nobody used it".formatted(old.hash()));
    }

    /** A decision of the protocol deletes a key: never one that a service may be using (invariant N). */
    void deleting(KeyHash hash, Account.@Nullable Entry entry) {
        check(!hash.equals(world.inSecret()), "N: the published key " + hash + " was deleted");
        Instant left = lastInSecret.get(hash);
        check(
                left == null
                        || entry == null
                        || hasExpired(entry)
                        || waivers.onceStoppedByHand.contains(hash)
                        || ((waivers.statusWasLost || waivers.statusWasRestored)
                                && entry.key().disabled())
                        || (recordSaysItIsDue(hash)
                                && (waivers.statusWasRestored || entry.key().disabled()))
                        || (entry.key().disabled() && (waivers.revoked.contains(hash) || leastOverlapHasPassed(left)))
                        || ((waivers.statusWasRestored || waivers.statusWasLost) && isIdle(entry))
                        || !world.now.isBefore(left.plus(shortestOverlap).minus(SLACK)),
                "N: key " + hash + " was deleted within its overlap");
        if (entry != null && hasExpired(entry)) {
            waivers.lastChance.add(hash);
        }
        boolean orphan = !world.record().knows(hash);
        check(
                left == null
                        || entry == null
                        || hasExpired(entry)
                        || orphan
                        || waivers.onceStoppedByHand.contains(hash)
                        || waivers.revoked.contains(hash)
                        || waivers.withdrawn.contains(hash)
                        || waivers.statusWasRestored
                        || hasSoaked(hash),
                "S: key " + hash + " was deleted without a soak");
    }

    /** A status that was lost or waivers.restored may not know it; who put it into the Secret for a moment did not make anybody use it. */
    private boolean isIdle(Account.Entry entry) {
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
                        || waivers.revoked.contains(hash)
                        || (!hash.equals(world.inSecret())
                                && left != null
                                && (waivers.statusWasRestored || leastOverlapHasPassed(left))),
                "N: key " + hash + " was disabled");
        check(
                disabled
                        || waivers.statusWasRestored
                        || waivers.restored.contains(hash)
                        || !waivers.stoppedByHand.contains(hash),
                "key " + hash + ", disabled by hand, was enabled");
        if (disabled && withdrawal) {
            waivers.withdrawn.add(hash);
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
     * A status waivers.restored from a backup is believed, about the end of an overlap as about who disabled a key: nobody else could tell.
     * And a key that its class stopped is no use in a Secret that somebody put it back into meanwhile.
     */
    private boolean recordSaysItIsDue(KeyHash hash) {
        return world.record().previous().stream()
                .anyMatch(old -> old.hash().equals(hash) && !world.now.isBefore(old.retireAfter()));
    }
}
