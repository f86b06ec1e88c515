package io.openrouteroperator.core.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one class allowed over time, oldest first: bounded to 50 revisions and to those in force in the last 90 days.
 *
 * @param revisions each in force until the next one begins
 */
public record PolicyHistory(List<AllowedRevision> revisions) {
    /** The most revisions that are kept. */
    static final int MOST = 50;

    /** How long a revision is kept after it was last in force. */
    static final Duration KEPT = Duration.ofDays(90);

    public PolicyHistory {
        revisions = revisions.stream()
                .sorted(Comparator.comparing(AllowedRevision::from))
                .toList();
    }

    /** A class that nothing is known of. */
    public static PolicyHistory none() {
        return new PolicyHistory(List.of());
    }

    /**
     * The history with what is allowed now; the same history when that is what was allowed already. A revision that begins later was
     * written by a clock that was ahead: it has begun by now, and does not come into force again.
     */
    public PolicyHistory with(AllowedRevision now) {
        Optional<AllowedRevision> before = newest();
        List<AllowedRevision> all = new ArrayList<>(
                revisions.stream().map(each -> each.begunBy(now.from())).toList());
        if (before.isPresent() && before.get().id().equals(now.id())) {
            return all.equals(revisions) ? this : new PolicyHistory(all);
        }
        all.add(before.map(now::approvedAsIn).orElse(now));
        Instant oldest = now.from().minus(KEPT);
        while (all.size() > MOST || (all.size() > 1 && all.get(1).from().isBefore(oldest))) {
            all.removeFirst();
        }
        return new PolicyHistory(all);
    }

    /** The history without its oldest revision, for a store that has no more room. */
    public PolicyHistory withoutOldest() {
        return new PolicyHistory(revisions.subList(Math.min(1, revisions.size()), revisions.size()));
    }

    /** What is allowed now. */
    public Optional<AllowedRevision> newest() {
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
    }

    /** What was allowed at any time of a UTC day; empty when no revision is known of it. */
    public Optional<InForce> on(LocalDate day) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        List<AllowedRevision> found = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            boolean over =
                    i + 1 < revisions.size() && !revisions.get(i + 1).from().isAfter(begin);
            if (revisions.get(i).from().isBefore(end) && !over) {
                found.add(revisions.get(i));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(InForce.of(found));
    }
}
