package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.Terms.days;
import static io.openrouteroperator.core.schedule.Terms.jittered;
import static io.openrouteroperator.core.schedule.Terms.utc;
import static io.openrouteroperator.core.schedule.Terms.window;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Moving rotations into windows, and what gives way when none fits. */
class WindowedRotationTest {
    private static final String UID = "3f0c9f7e-1f0a-4c55-8c0e-000000000001";
    // A Thursday; with an interval of 30 days the key is due on Saturday, 31 January.
    private static final Instant CREATED = utc("2026-01-01T12:00");
    private static final WindowTerms SUNDAYS = window("0 2 * * SUN", "PT4H", "Europe/Berlin");

    @Test
    void waitsForTheNextWindow() {
        var plan = plan(days(30, 40, SUNDAYS), CREATED);

        assertThat(plan.cause()).isEqualTo(Cause.WINDOW);
        assertThat(plan.words()).isEqualTo("Sun 02:00 Europe/Berlin");
        assertThat(plan.at()).isBetween(utc("2026-02-01T01:00"), utc("2026-02-01T03:00"));
    }

    @Test
    void startsAtOnceWhereAWindowIsOpenWhenTheIntervalEnds() {
        var saturdays = window("0 8 * * SAT", "PT6H", "UTC");

        assertThat(plan(days(30, 40, saturdays), CREATED))
                .isEqualTo(new PlannedRotation(utc("2026-01-31T12:00"), Cause.INTERVAL, "2026-01-31 12:00 UTC"));
    }

    @Test
    void doesNotMoveWhileItWaitsAndWhileTheWindowIsOpen() {
        var terms = days(30, 40, SUNDAYS);
        var plan = plan(terms, CREATED);

        for (String now : List.of(
                "2026-01-20T00:00", "2026-01-31T12:00", "2026-02-01T00:59", "2026-02-01T01:00", "2026-02-01T04:59")) {
            assertThat(plan(terms, utc(now))).isEqualTo(plan);
        }
    }

    @Test
    void takesTheNextWindowWhenOneClosedWithoutARotation() {
        var plan = plan(days(30, 40, SUNDAYS), utc("2026-02-01T05:00"));

        assertThat(plan.cause()).isEqualTo(Cause.WINDOW);
        assertThat(plan.at()).isBetween(utc("2026-02-08T01:00"), utc("2026-02-08T03:00"));
    }

    @Test
    void spreadsKeysOverTheFirstHalfOfTheWindow() {
        var perHalfHour = IntStream.range(0, 4000)
                .mapToObj(
                        number -> RotationSchedule.plan("uid-" + number, CREATED, days(30, 40, SUNDAYS), null, CREATED))
                .map(plan ->
                        Duration.between(utc("2026-02-01T01:00"), plan.at()).toMinutes() / 30)
                .collect(groupingBy(part -> part, counting()));

        assertThat(perHalfHour).containsOnlyKeys(0L, 1L, 2L, 3L);
        assertThat(perHalfHour.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1150L));
    }

    @Test
    void takesTheLastWindowBeforeTheDeadlineWhenTheNextComesTooLate() {
        var monthly = window("0 2 15 * *", "PT4H", "UTC");
        var plan = plan(days(30, 35, monthly), CREATED);

        // Deadline is 5 February; the next window after 31 January opens on the 15th.
        assertThat(plan.cause()).isEqualTo(Cause.EARLIER_WINDOW);
        assertThat(plan.words()).isEqualTo("Thu 02:00 UTC");
        assertThat(plan.at()).isBetween(utc("2026-01-15T02:00"), utc("2026-01-15T04:00"));
        assertThat(plan(days(30, 35, monthly), utc("2026-01-15T05:59"))).isEqualTo(plan);
    }

    @Test
    void rotatesOutsideOfWindowsAtTheDeadlineWhenNoneIsLeft() {
        var monthly = window("0 2 15 * *", "PT4H", "UTC");
        var deadline = new PlannedRotation(utc("2026-02-05T10:00"), Cause.OUTSIDE_WINDOWS, "2026-02-05 10:00 UTC");

        // The window of 15 January was missed.
        for (String now : List.of("2026-01-15T06:00", "2026-02-05T09:59", "2026-02-10T00:00")) {
            assertThat(plan(days(30, 35, monthly), utc(now))).isEqualTo(deadline);
        }
        assertThat(plan(days(30, 40, window("0 2 1 1 *", "PT4H", "UTC")), CREATED)
                        .cause())
                .isEqualTo(Cause.OUTSIDE_WINDOWS);
    }

    @Test
    void doesNotWarnWhenAWindowIsOpenAfterAnOutageBeyondTheDeadline() {
        var monthly = window("0 2 15 * *", "PT4H", "UTC");
        var plan = plan(days(30, 35, monthly), utc("2026-02-15T02:00"));

        assertThat(plan.cause()).isEqualTo(Cause.WINDOW);
        assertThat(plan.due(utc("2026-02-15T02:00"))).isTrue();
    }

    @Test
    void doesNotReplaceAKeyInTheWindowItWasMadeIn() {
        var yearly = window("0 2 1 1 *", "P7D", "UTC");
        Instant made = utc("2026-01-02T00:00");

        assertThat(RotationSchedule.plan(UID, made, days(30, 40, yearly), null, made.plusSeconds(60)))
                .isEqualTo(new PlannedRotation(utc("2026-02-10T22:00"), Cause.OUTSIDE_WINDOWS, "2026-02-10 22:00 UTC"));
    }

    @Test
    void startsNoLaterThanTheDeadlineInsideAWindow() {
        // The window opens half an hour before the deadline of 10 February, 10:00, and its spread is two hours.
        var terms = days(40, 40, window("30 9 10 * *", "PT4H", "UTC"));

        assertThat(IntStream.range(0, 200)
                        .mapToObj(number -> RotationSchedule.plan("uid-" + number, CREATED, terms, null, CREATED)))
                .allSatisfy(plan -> assertThat(plan.at()).isBetween(utc("2026-02-10T09:30"), utc("2026-02-10T10:00")));
    }

    @Test
    void takesTheEarliestOfSeveralWindowsInTheirOwnZones() {
        var terms = days(
                30,
                40,
                SUNDAYS,
                window("0 2 * * SUN", "PT4H", "Asia/Tokyo"),
                window("0 2 * * SUN", "PT4H", "America/Los_Angeles"));
        var plan = plan(terms, CREATED);

        // Sunday 02:00 in Tokyo is Saturday 17:00 UTC.
        assertThat(plan.words()).isEqualTo("Sun 02:00 Asia/Tokyo");
        assertThat(plan.at()).isBetween(utc("2026-01-31T17:00"), utc("2026-01-31T19:00"));
        assertThat(plan(terms, utc("2026-01-31T21:00")).words()).isEqualTo("Sun 02:00 Europe/Berlin");
        assertThat(plan(terms, utc("2026-02-01T05:00")).words()).isEqualTo("Sun 02:00 America/Los_Angeles");
    }

    @Test
    void takesOverlappingWindowsForOne() {
        var terms = days(30, 40, window("0 2 * * SUN", "PT4H", "UTC"), window("0 4 * * SUN", "PT4H", "UTC"));
        var plan = plan(terms, CREATED);

        assertThat(plan.at()).isBetween(utc("2026-02-01T02:00"), utc("2026-02-01T04:00"));
        for (String now : List.of("2026-02-01T03:00", "2026-02-01T05:00", "2026-02-01T07:59")) {
            assertThat(plan(terms, utc(now))).isEqualTo(plan);
        }
    }

    @Test
    void isAlwaysOpenWhereAWindowIsLongerThanItsPeriod() {
        var terms = days(30, 40, window("0 2 * * *", "PT30H", "UTC"));
        var atOnce = new PlannedRotation(utc("2026-01-31T12:00"), Cause.INTERVAL, "2026-01-31 12:00 UTC");

        for (String now : List.of("2026-01-01T12:00", "2026-01-31T12:00", "2026-02-09T00:00", "2026-02-20T03:00")) {
            assertThat(plan(terms, utc(now))).isEqualTo(atOnce);
        }
    }

    @Test
    void opensWithTheChangedClocks() {
        var nights = window("30 2 * * *", "PT1H", "Europe/Berlin");
        Instant spring = utc("2026-02-27T02:30");
        Instant autumn = utc("2026-09-25T02:30");

        assertThat(RotationSchedule.plan(UID, spring, days(30, 40, nights), null, spring)
                        .at())
                .isBetween(utc("2026-03-29T01:30").minus(Duration.ofDays(1)), utc("2026-03-30T01:30"));
        assertThat(RotationSchedule.plan(UID, autumn, days(30, 40, nights), null, utc("2026-10-25T01:31"))
                        .at())
                .isBetween(utc("2026-10-26T01:30"), utc("2026-10-26T02:00"));
    }

    @Test
    void movesTheFleetPlansWishIntoAWindowAsWell() {
        Instant wish = utc("2026-01-20T00:00");
        var plan = RotationSchedule.plan(UID, CREATED, days(30, 40, SUNDAYS), wish, CREATED);

        assertThat(plan.cause()).isEqualTo(Cause.QUOTA);
        assertThat(plan.words()).isEqualTo("Sun 02:00 Europe/Berlin");
        assertThat(plan.at()).isBetween(utc("2026-01-25T01:00"), utc("2026-01-25T03:00"));
    }

    @Test
    void clockJumpsLeaveThePlanWhereItWas() {
        var terms = jittered(10, 30, 40, SUNDAYS);
        var before = plan(terms, utc("2026-01-20T00:00"));

        assertThat(plan(terms, utc("2024-01-20T00:00"))).isEqualTo(before);
        var far = plan(terms, utc("2029-01-20T00:00"));
        assertThat(far.cause()).isEqualTo(Cause.OUTSIDE_WINDOWS);
        assertThat(far.at()).isEqualTo(RotationSchedule.deadline(CREATED, terms));
        assertThat(plan(terms, utc("2026-01-20T00:00"))).isEqualTo(before);
    }

    private static PlannedRotation plan(RotationTerms terms, Instant now) {
        return RotationSchedule.plan(UID, CREATED, terms, null, now);
    }
}
