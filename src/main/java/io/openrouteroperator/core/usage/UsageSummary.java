package io.openrouteroperator.core.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pass over one account found, in figures: small enough to be kept over a restart, so that none is a reason for another pass.
 *
 * @param through the last completed day that was read
 * @param days how many days up to that one were judged
 * @param today how much the figures have of the day that is not over
 * @param served requests of the judged days
 * @param findings how many, by where
 * @param unmanaged keys without an owner that were used, the busiest first, at most {@link #MOST_UNMANAGED}
 * @param unmanagedKeys how many of them there are
 * @param unexplained requests of keys that nobody lists
 */
public record UsageSummary(
        LocalDate through,
        int days,
        TodayReading today,
        Map<Served, Long> served,
        Map<FindingPlace, Integer> findings,
        List<UnmanagedCaller> unmanaged,
        int unmanagedKeys,
        long unexplained) {
    /** The most unmanaged keys that are named. */
    public static final int MOST_UNMANAGED = 20;

    public UsageSummary {
        served = Map.copyOf(served);
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
        unmanaged = List.copyOf(unmanaged);
    }
}
