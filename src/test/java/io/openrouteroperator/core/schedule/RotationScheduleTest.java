package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.Terms.days;
import static io.openrouteroperator.core.schedule.Terms.jittered;
import static io.openrouteroperator.core.schedule.Terms.utc;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyTerms;
import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Interval, jitter, deadline and the fleet plan's wish; no windows. */
class RotationScheduleTest {
    private static final String UID = "3f0c9f7e-1f0a-4c55-8c0e-000000000001";
    private static final Instant CREATED = utc("2026-01-01T00:00");

    @Test
    void replacesAtTheEndOfTheInterval() {
        var plan = RotationSchedule.plan(UID, CREATED, days(30, 40), null, CREATED);

        assertThat(plan)
                .isEqualTo(new PlannedRotation(utc("2026-01-31T00:00"), Cause.INTERVAL, "2026-01-31 00:00 UTC"));
        assertThat(plan.due(utc("2026-01-30T23:59"))).isFalse();
        assertThat(plan.due(utc("2026-01-31T00:00"))).isTrue();
    }

    @Test
    void doesNotMoveWhileTimePasses() {
        var terms = jittered(10, 30, 40);
        var plan = RotationSchedule.plan(UID, CREATED, terms, null, CREATED);

        for (Instant now : List.of(CREATED.minusSeconds(86_400), utc("2026-01-30T00:00"), utc("2027-01-01T00:00"))) {
            assertThat(RotationSchedule.plan(UID, CREATED, terms, null, now)).isEqualTo(plan);
        }
    }

    @Test
    void spreadsKeysOverTheJitterBeforeTheEndOfTheInterval() {
        Instant end = CREATED.plus(Duration.ofDays(90));
        var perDay = IntStream.range(0, 9000)
                .mapToObj(number -> RotationSchedule.baseDue("uid-" + number, CREATED, jittered(10, 90, 100)))
                .peek(due ->
                        assertThat(due).isAfter(end.minus(Duration.ofDays(9))).isBeforeOrEqualTo(end))
                .collect(groupingBy(due -> Duration.between(due, end).toDays(), counting()));

        assertThat(perDay).hasSize(9);
        assertThat(perDay.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1150L));
    }

    @Test
    void leavesTimeForOverlapAndSoakBeforeTheKeyExpires() {
        var terms = new RotationTerms(
                Duration.ofDays(90), 0, Duration.ofHours(6), Duration.ofDays(10), Duration.ofDays(90), List.of(), 5);
        Instant deadline = RotationSchedule.deadline(CREATED, terms);

        assertThat(deadline.plus(terms.overlapMax()).plus(terms.overlapMin()))
                .isEqualTo(CREATED.plus(terms.maxAge()).plus(KeyTerms.GRACE).minus(Duration.ofHours(1)));
        assertThat(RotationSchedule.plan(UID, CREATED, terms, null, CREATED).at())
                .isEqualTo(deadline);
    }

    @Test
    void startsAnHourBeforeMaxAgeWhereTheOverlapIsShort() {
        var terms = new RotationTerms(
                Duration.ofDays(90), 0, Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(90), List.of(), 5);

        assertThat(RotationSchedule.deadline(CREATED, terms))
                .isEqualTo(CREATED.plus(Duration.ofDays(90)).minus(Duration.ofHours(1)));
    }

    @Test
    void neverReplacesAKeyInTheFirstHalfOfItsLifeWhateverTheOverlap() {
        var minutes = new RotationTerms(
                Duration.ofMinutes(10),
                0,
                Duration.ofDays(9),
                Duration.ofDays(30),
                Duration.ofMinutes(20),
                List.of(),
                5);

        assertThat(RotationSchedule.deadline(CREATED, minutes)).isEqualTo(CREATED.plus(Duration.ofMinutes(10)));
        assertThat(RotationSchedule.plan(UID, CREATED, minutes, null, CREATED).at())
                .isEqualTo(CREATED.plus(Duration.ofMinutes(10)));
    }

    @Test
    void startsEarlierWhenTheFleetPlanAsksForIt() {
        Instant asked = utc("2026-01-20T07:30");

        assertThat(RotationSchedule.plan(UID, CREATED, days(30, 40), asked, CREATED))
                .isEqualTo(new PlannedRotation(asked, Cause.QUOTA, "2026-01-20 07:30 UTC"));
    }

    @Test
    void ignoresAWishThatIsLaterThanTheInterval() {
        assertThat(RotationSchedule.plan(UID, CREATED, days(30, 40), utc("2026-02-05T00:00"), CREATED)
                        .at())
                .isEqualTo(utc("2026-01-31T00:00"));
    }

    @Test
    void ignoresAWishMadeForAnEarlierKey() {
        for (Instant stale : List.of(utc("2025-12-20T00:00"), CREATED, utc("2026-01-02T00:00"))) {
            assertThat(RotationSchedule.plan(UID, CREATED, days(30, 40), stale, CREATED)
                            .cause())
                    .isEqualTo(Cause.INTERVAL);
        }
    }

    @Test
    void leavesAKeyFromTheFutureAlone() {
        Instant future = utc("2026-06-01T00:00");
        var plan = RotationSchedule.plan(UID, future, days(30, 40), null, CREATED);

        assertThat(plan.at()).isEqualTo(utc("2026-07-01T00:00"));
    }

    @Test
    void replacesAKeyBeforeItsOwnEndWhateverThePolicyAllowsSince() {
        Instant expiresAt = CREATED.plus(Duration.ofDays(40)).plus(KeyTerms.GRACE);
        var raised = RotationSchedule.ofKey(days(90, 100), CREATED, expiresAt);

        assertThat(RotationSchedule.deadline(CREATED, raised))
                .isEqualTo(RotationSchedule.deadline(CREATED, days(30, 40)));
        assertThat(RotationSchedule.plan(UID, CREATED, raised, null, CREATED).at())
                .as("in proportion: 90 of 100 days are 36 of 40")
                .isEqualTo(CREATED.plus(Duration.ofDays(36)));
        assertThat(RotationSchedule.ofKey(days(30, 40), CREATED, expiresAt)).isEqualTo(days(30, 40));
        assertThat(RotationSchedule.ofKey(days(20, 30), CREATED, expiresAt)).isEqualTo(days(20, 30));
        assertThat(RotationSchedule.ofKey(days(20, 30), CREATED, null)).isEqualTo(days(20, 30));
    }

    @Test
    void replacesAKeyMadeByHandBeforeItsNearEnd() {
        Instant expiresAt = CREATED.plus(Duration.ofDays(2));
        var terms = RotationSchedule.ofKey(days(30, 40), CREATED, expiresAt);

        assertThat(RotationSchedule.plan(UID, CREATED, terms, null, CREATED).at())
                .isBetween(CREATED.plus(Duration.ofHours(11)), CREATED.plus(Duration.ofHours(24)));
    }
}
