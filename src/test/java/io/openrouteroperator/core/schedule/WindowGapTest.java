package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.Terms.days;
import static io.openrouteroperator.core.schedule.Terms.utc;
import static io.openrouteroperator.core.schedule.Terms.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Window sets that some key cannot be replaced in. */
class WindowGapTest {
    @Test
    void findsNoneWhereKeysMayBeReplacedAtAnyTime() {
        assertThat(WindowGap.of(days(30, 30))).isEmpty();
    }

    @Test
    void findsNoneInWindowsThatComeOftenEnough() {
        assertThat(WindowGap.of(days(30, 40, window("0 2 * * SUN", "PT4H", "Europe/Berlin"))))
                .isEmpty();
        assertThat(WindowGap.of(days(30, 32, window("0 2 1 * *", "PT4H", "UTC"))))
                .isEmpty();
    }

    @Test
    void findsTheLongMonthOnly() {
        assertThat(WindowGap.of(days(30, 31, window("0 2 1 * *", "PT4H", "UTC")))
                        .map(WindowGap::from))
                .hasValue(utc("2026-01-01T02:00"));
        assertThat(WindowGap.of(days(30, 61, window("0 2 31 * *", "PT4H", "UTC")))
                        .map(WindowGap::from))
                .hasValue(utc("2026-03-31T02:00"));
    }

    @Test
    void countsSeveralWindowsTogether() {
        var january = window("0 2 * JAN *", "PT4H", "UTC");
        var rest = window("0 2 1 APR,JUL,OCT *", "PT4H", "Asia/Tokyo");

        // The longest stretch is from 1 October in Tokyo to 1 January in UTC, 92 days and 9 hours.
        assertThat(WindowGap.of(days(80, 93, january, rest))).isEmpty();
        assertThat(WindowGap.of(days(80, 92, january, rest)))
                .map(WindowGap::until)
                .hasValue(utc("2026-09-30T17:00"));
        assertThat(WindowGap.of(days(80, 93, january))).isPresent();
    }

    @Test
    void countsTheHourThatAutumnAdds() {
        var nightly = window("0 1 * * *", "PT1H", "Europe/Berlin");
        var terms = Terms.hours(20, 26, nightly);

        assertThat(WindowGap.of(terms)).isEmpty();
        assertThat(WindowGap.of(Terms.hours(20, 25, nightly)).map(WindowGap::from))
                .hasValue(utc("2026-10-24T23:00"));
    }

    @Test
    void noKeyIsReplacedOutsideOfWindowsThatHaveNone() {
        var terms = days(30, 32, window("0 2 1 * *", "PT4H", "UTC"));

        assertThat(WindowGap.of(terms)).isEmpty();
        for (Instant created = utc("2026-01-01T00:00");
                created.isBefore(utc("2028-01-01T00:00"));
                created = created.plus(Duration.ofHours(7))) {
            assertThat(RotationSchedule.plan("uid", created, terms, null, created)
                            .cause())
                    .as("made %s", created)
                    .isNotEqualTo(Cause.OUTSIDE_WINDOWS);
        }
    }
}
