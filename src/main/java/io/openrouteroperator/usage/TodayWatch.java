package io.openrouteroperator.usage;

import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.PassSchedule;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.TodayLedger;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UsagePeriod;
import io.openrouteroperator.core.usage.UsageTally;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    private final NavigableMap<LocalDate, UsageTally> found = new TreeMap<>();
    private TodayLedger ledger = new TodayLedger(LocalDate.EPOCH);
    private Instant next = Instant.MIN;
    private int failures;

    /** @param interval between two looks, null for none at all */
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

    /** Has a look when one is due, and says whether it had; trouble is an incomplete day, and no other work waits for it. */
    boolean look(ObservedAccount observed, RememberedKeys remembered, Instant now) {
        if (interval == null || now.isBefore(next) || !hasBegun(now)) {
            return false;
        }
        LocalDate day = UsagePeriod.soFar(now).today();
        if (!ledger.day().equals(day)) {
            ledger = new TodayLedger(day);
        }
        next = now.plus(interval);
        try {
            TodayPass pass = new TodayPass(observed, now, histories);
            found.put(day, pass.run(remembered, ledger));
            failures = 0;
            report(pass.gaps());
        } catch (OpenRouterException trouble) {
            failures++;
            found.computeIfAbsent(day, _ -> new UsageTally(UsagePeriod.soFar(now)))
                    .add(TodayReading.INCOMPLETE);
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
        found.headMap(through, shown).clear();
    }

    /** What was found on days that completed days do not have yet. */
    Collection<UsageTally> found() {
        return found.values();
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
