package io.openrouteroperator.usage;

import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.PassSchedule;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.TodayLedger;
import io.openrouteroperator.core.usage.UnsettledDay;
import io.openrouteroperator.core.usage.UsageTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one account's day that is not over, where anybody wants that. What it found stays until completed days have it, so that
 * nothing is counted twice, and nothing is gone for the hours in between.
 */
final class TodayWatch {
    private static final Logger LOG = Logger.getLogger(TodayWatch.class);

    private final String account;
    private final @Nullable Duration interval;
    private final PassSchedule schedule;
    private final BiFunction<String, String, PolicyHistory> histories;
    private final UsageMeters meters;
    private final NavigableMap<LocalDate, TodayLedger> days = new TreeMap<>();
    private Instant next = Instant.MIN;
    private int failures;

    /**
     * @param interval between two looks, null for none at all
     * @param histories what a class (policy, classification) allowed over time
     */
    TodayWatch(
            String account,
            @Nullable Duration interval,
            PassSchedule schedule,
            BiFunction<String, String, PolicyHistory> histories,
            UsageMeters meters) {
        this.account = account;
        this.interval = interval;
        this.schedule = schedule;
        this.histories = histories;
        this.meters = meters;
    }

    /** Goes on from what an earlier process knew; nothing is made of that where nobody looks any more. */
    void resume(Collection<UnsettledDay> known) {
        if (interval != null) {
            known.forEach(day -> days.put(day.day(), new TodayLedger(day)));
        }
    }

    /** Has a look when one is due, and says whether it had; trouble is an incomplete day, and no other work waits for it. */
    boolean look(ObservedAccount observed, RememberedKeys remembered, Instant now) {
        if (interval == null || now.isBefore(next) || !hasBegun(now)) {
            return false;
        }
        TodayLedger ledger = days.computeIfAbsent(
                LocalDate.ofInstant(now, ZoneOffset.UTC), day -> new TodayLedger(UnsettledDay.unknown(day)));
        next = now.plus(interval);
        try {
            TodayPass pass = new TodayPass(observed, now);
            pass.run(remembered, ledger);
            failures = 0;
            report(pass.gaps());
        } catch (OpenRouterException trouble) {
            failures++;
            ledger.failed();
            next = now.plus(schedule.pause(trouble.failure(), failures));
            meters.failed();
            report(List.of(String.valueOf(trouble.getMessage())));
        }
        return true;
    }

    /**
     * Completed days were read.
     *
     * @param through the last of them
     * @param shown whether there is anything on that one; its calls may still be missing
     */
    void settled(LocalDate through, boolean shown) {
        days.headMap(through, shown).clear();
    }

    /** What is known of days that completed days do not have yet. */
    List<UnsettledDay> known() {
        return days.values().stream().map(TodayLedger::known).toList();
    }

    /** The same, judged by what is known of keys and policies now. */
    List<UsageTally> found(ObservedAccount observed, RememberedKeys remembered) {
        return known().stream()
                .map(day -> day.judged(observed, remembered, histories))
                .toList();
    }

    /** Questions are asked to the second, and OpenRouter wants a beginning before the end. */
    private static boolean hasBegun(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).isAfter(now.truncatedTo(ChronoUnit.DAYS));
    }

    private void report(Collection<String> gaps) {
        if (!gaps.isEmpty()) {
            LOG.warnf(
                    "not all of what account %s served today could be read, looking again at %s: %s",
                    account, next, String.join("; ", gaps));
        }
    }
}
