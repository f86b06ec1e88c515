package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyTerms;
import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a key is replaced: its creation, plus the interval, less a jitter, moved into the next window, and never past the deadline.
 * Design section 3, "Due time".
 */
public final class RotationSchedule {
    private static final Duration HEAD_START = Duration.ofHours(1);
    // An hour of a day; keys that live for minutes, as in tests, give up as small a share.
    private static final int HEAD_START_SHARE = 24;
    private static final int YOUNG_SHARE = 10;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RotationSchedule() {}

    /**
     * The next replacement of a key.
     *
     * @param uid what rotations are spread by
     * @param createdAt when the key was made; in the future after the clock was put back, which only delays
     * @param terms its terms
     * @param advancedTo an earlier start asked for by the fleet plan, null for none
     * @param now windows that have closed by now are over
     */
    public static PlannedRotation plan(
            String uid, Instant createdAt, RotationTerms terms, @Nullable Instant advancedTo, Instant now) {
        Instant baseDue = baseDue(uid, createdAt, terms);
        boolean advanced = advancedTo != null
                && advancedTo.isBefore(baseDue)
                && !advancedTo.isBefore(earliest(createdAt, deadline(createdAt, terms)));
        Instant wanted = advanced && advancedTo != null ? wholeSeconds(advancedTo) : baseDue;
        Cause atOnce = advanced ? Cause.QUOTA : Cause.INTERVAL;
        return terms.windows().isEmpty()
                ? at(wanted, atOnce)
                : new WindowedPlan(uid, createdAt, deadline(createdAt, terms), new Windows(terms.windows()), now)
                        .of(wanted, atOnce);
    }

    /**
     * Latest moment a replacement may start: at maxAge, or so much earlier that overlap and soak end before the key expires; and an
     * hour before that, as an operator may be busy. It is never in the first half of maxAge, whatever the overlap: a key that was
     * due when it is made would be replaced for ever.
     */
    public static Instant deadline(Instant createdAt, RotationTerms terms) {
        return wholeSeconds(createdAt.plus(longestLife(terms)));
    }

    /**
     * The terms as one key can still keep them: its expiry was fixed when it was made, and a policy that allows more today does not
     * make it live longer. The interval is cut in proportion, so that keys keep the time between it and their end.
     *
     * @param expiresAt its hard end, null for none
     */
    public static RotationTerms ofKey(RotationTerms terms, Instant createdAt, @Nullable Instant expiresAt) {
        if (expiresAt == null) {
            return terms;
        }
        Duration life = Duration.between(createdAt, expiresAt);
        // Whoever made a key by hand may have given it less than the grace.
        Duration maxAge =
                life.compareTo(KeyTerms.GRACE.multipliedBy(2)) > 0 ? life.minus(KeyTerms.GRACE) : life.dividedBy(2);
        return maxAge.isNegative() || maxAge.compareTo(terms.maxAge()) >= 0 ? terms : terms.cutTo(maxAge);
    }

    /** How old a key may be at most when its replacement starts; see {@link #deadline}. */
    static Duration longestLife(RotationTerms terms) {
        return Duration.ofSeconds(longestLifeSeconds(terms));
    }

    // In seconds, as durations divide by way of decimals, and a fleet has ten thousand of them.
    private static long longestLifeSeconds(RotationTerms terms) {
        long maxAge = terms.maxAge().toSeconds();
        long afterStart = terms.overlapMax().toSeconds() + terms.overlapMin().toSeconds();
        long beforeExpiry = maxAge + KeyTerms.GRACE.toSeconds() - afterStart;
        long headStart = Math.min(HEAD_START.toSeconds(), maxAge / HEAD_START_SHARE);
        return Math.max(maxAge / 2, Math.min(maxAge, beforeExpiry) - headStart);
    }

    /** When the interval ends, wherever the windows lie: creation, plus interval, less jitter; at the deadline at the latest. */
    static Instant baseDue(String uid, Instant createdAt, RotationTerms terms) {
        long interval = terms.interval().toSeconds();
        long jitter = (long) (Spread.fraction(uid, "jitter") * interval * terms.jitterPercent() / 100);
        return wholeSeconds(createdAt.plusSeconds(Math.min(interval - jitter, longestLifeSeconds(terms))));
    }

    /** No plan made for an earlier key may replace a young one: the fleet plan looks at keys now and then only. */
    static Instant earliest(Instant createdAt, Instant deadline) {
        return createdAt.plusSeconds(Duration.between(createdAt, deadline).toSeconds() / YOUNG_SHARE);
    }

    private static PlannedRotation at(Instant moment, Cause cause) {
        return new PlannedRotation(moment, cause, UTC.format(moment));
    }

    private static Instant wholeSeconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Moves a wanted moment into the windows of one key. */
    private record WindowedPlan(String uid, Instant createdAt, Instant deadline, Windows windows, Instant now) {
        PlannedRotation of(Instant wanted, Cause atOnce) {
            // What a window that closed was good for does not matter any more; what is open since before stays as it
            // was said.
            Instant from = wanted.isAfter(now) ? wanted : now;
            Optional<Opening> open = windows.openSince(from, wanted);
            if (open.isPresent() && !open.get().opensAt().isAfter(wanted)) {
                return atOnce == Cause.QUOTA
                        ? new PlannedRotation(wanted, atOnce, open.get().words())
                        : at(wanted, atOnce);
            }
            Cause moved = atOnce == Cause.QUOTA ? Cause.QUOTA : Cause.WINDOW;
            return open.or(() -> windows.nextAt(from))
                    .filter(opening -> !opening.opensAt().isAfter(deadline))
                    .map(opening -> in(opening, moved))
                    .or(this::inLastWindow)
                    .orElseGet(this::atDeadline);
        }

        private Optional<PlannedRotation> inLastWindow() {
            return windows.lastAt(deadline)
                    .filter(opening -> opening.opensAt().isAfter(createdAt))
                    .filter(opening -> opening.closesAt().isAfter(now))
                    .max(Comparator.comparing(Opening::opensAt))
                    .map(opening -> in(opening, Cause.EARLIER_WINDOW));
        }

        private PlannedRotation in(Opening opening, Cause cause) {
            Instant start = opening.startOf(uid);
            return new PlannedRotation(start.isAfter(deadline) ? deadline : start, cause, opening.words());
        }

        /** After an outage beyond the deadline a window may happen to be open: then nothing is outside of it. */
        private PlannedRotation atDeadline() {
            return at(deadline, now.isAfter(deadline) && windows.isOpenAt(now) ? Cause.WINDOW : Cause.OUTSIDE_WINDOWS);
        }
    }
}
