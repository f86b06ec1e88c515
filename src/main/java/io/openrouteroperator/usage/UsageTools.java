package io.openrouteroperator.usage;

import io.openrouteroperator.core.usage.PassSchedule;
import io.openrouteroperator.core.usage.UsagePeriod;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.UsageBoard;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every account's watch works with.
 *
 * @param today time between two looks at the day that is not over, null where nobody looks at it
 * @param days completed UTC days that are judged
 */
record UsageTools(
        HistoryStore histories,
        StateStore states,
        UsageReports reports,
        UsageBoard board,
        UsageMeters meters,
        EventRecorder events,
        PassSchedule schedule,
        @Nullable Duration today,
        int days,
        Clock clock) {
    /** A wrong number of days ends the process at its start, not each pass. */
    UsageTools {
        days = new UsagePeriod(clock.instant(), days).days();
    }
}
