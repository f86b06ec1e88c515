package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.SampleFleet.CREATED;
import static io.openrouteroperator.core.schedule.SampleFleet.NOW;
import static io.openrouteroperator.core.schedule.SampleFleet.THOUSAND;
import static io.openrouteroperator.core.schedule.SampleFleet.fleet;
import static io.openrouteroperator.core.schedule.Terms.days;
import static io.openrouteroperator.core.schedule.Terms.jittered;
import static io.openrouteroperator.core.schedule.Terms.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spreading a fleet over the days its quota allows. */
class FleetPlanTest {
    @Test
    void leavesKeysAloneThatHaveRoomOnTheirOwnDays() {
        FleetPlan plan = FleetPlan.of(fleet(1500, CREATED, jittered(10, 90, 100)), THOUSAND, NOW);

        assertThat(plan.advanced()).isEmpty();
        assertThat(plan.shortfall()).isEmpty();
        assertThat(plan.forecast().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(1500);
    }

    @Test
    void spreadsTenThousandKeysMadeOnOneDay() {
        var terms = jittered(10, 90, 100);
        List<FleetKey> keys = fleet(10_000, CREATED, terms);

        FleetPlan plan = FleetPlan.of(keys, THOUSAND, NOW);

        assertThat(plan.shortfall()).isEmpty();
        assertThat(outcome(keys, plan, NOW).values())
                .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(200));
        assertThat(plan.forecast()).isEqualTo(outcome(keys, plan, NOW));
        assertThat(plan.forecast().firstKey()).isAfter(LocalDate.of(2026, 2, 5));
    }

    @Test
    void advancesNoFurtherThanItMust() {
        // 30 keys due on one day with room for ten: ten each on it and on the two days before.
        var plan = FleetPlan.of(fleet(30, CREATED, days(30, 40)), new ChangeQuota(50, 20), NOW);

        assertThat(plan.forecast())
                .containsExactly(
                        Map.entry(LocalDate.of(2026, 1, 29), 10),
                        Map.entry(LocalDate.of(2026, 1, 30), 10),
                        Map.entry(LocalDate.of(2026, 1, 31), 10));
        assertThat(plan.advanced()).hasSize(20);
    }

    @Test
    void saysTheSameWhateverTheOrderAndTheNextDay() {
        List<FleetKey> keys = new ArrayList<>(fleet(10_000, CREATED, jittered(10, 90, 100)));
        FleetPlan plan = FleetPlan.of(keys, THOUSAND, NOW);
        Collections.shuffle(keys, new Random(1));

        assertThat(FleetPlan.of(keys, THOUSAND, NOW)).isEqualTo(plan);
        assertThat(FleetPlan.of(keys, THOUSAND, NOW.plus(Duration.ofDays(20)))).isEqualTo(plan);
    }

    @Test
    void startsKeysWithWindowsInTheirWindows() {
        var sundays = window("0 2 * * SUN", "PT4H", "Europe/Berlin");
        List<FleetKey> keys = fleet(900, CREATED, jittered(10, 90, 100, sundays));

        FleetPlan plan = FleetPlan.of(keys, THOUSAND, NOW);

        assertThat(plan.shortfall()).isEmpty();
        assertThat(plan.advanced()).isNotEmpty();
        assertThat(outcome(keys, plan, NOW)).isEqualTo(plan.forecast());
        assertThat(plan.forecast()).allSatisfy((day, count) -> {
            assertThat(day.getDayOfWeek().getValue()).isEqualTo(7);
            assertThat(count).isLessThanOrEqualTo(200);
        });
    }

    @Test
    void givesWayToKeysWithFewDaysToChooseFrom() {
        // Sunday, 1 February is full with keys that can start on Sundays only; the others go to Saturday.
        var sundays = days(31, 40, window("0 9 * * SUN", "PT4H", "UTC"));
        List<FleetKey> keys = new ArrayList<>(fleet(10, CREATED, sundays));
        IntStream.range(0, 10).forEach(number -> keys.add(new FleetKey("any-" + number, CREATED, days(31, 40))));

        FleetPlan plan = FleetPlan.of(keys, new ChangeQuota(50, 20), NOW);

        assertThat(plan.advanced()).hasSize(10).allSatisfy((uid, start) -> {
            assertThat(uid).startsWith("any-");
            assertThat(day(start)).isEqualTo(LocalDate.of(2026, 1, 31));
        });
    }

    @Test
    void countsKeysMadeTodayAsTodaysChanges() {
        List<FleetKey> keys = new ArrayList<>(fleet(10, NOW.minus(Duration.ofDays(35)), days(30, 40)));
        assertThat(FleetPlan.of(keys, new ChangeQuota(50, 20), NOW).forecast())
                .containsExactly(Map.entry(day(NOW), 10));

        IntStream.range(0, 6).forEach(number -> keys.add(new FleetKey("new-" + number, NOW, days(30, 40))));

        assertThat(FleetPlan.of(keys, new ChangeQuota(50, 20), NOW).forecast())
                .containsAllEntriesOf(Map.of(day(NOW), 4, day(NOW).plusDays(1), 6));
    }

    @Test
    void lateKeysWaitUpToTheirDeadlines() {
        // An outage: 50 keys are due since yesterday, and there is room for ten a day and eight days.
        FleetPlan plan =
                FleetPlan.of(fleet(50, NOW.minus(Duration.ofDays(31)), days(30, 40)), new ChangeQuota(50, 20), NOW);

        assertThat(plan.shortfall()).isEmpty();
        assertThat(plan.advanced()).isEmpty();
        assertThat(plan.forecast())
                .hasSize(5)
                .allSatisfy((day, count) -> assertThat(count).isEqualTo(10));
    }

    @Test
    void planOfNoKeysIsEmpty() {
        assertThat(FleetPlan.of(List.of(), THOUSAND, NOW))
                .isEqualTo(new FleetPlan(Map.of(), Collections.emptyNavigableMap(), Optional.empty()));
    }

    @Test
    void doesNotAdvanceYoungKeysNorLoseThoseFromTheFuture() {
        List<FleetKey> keys = new ArrayList<>(fleet(500, NOW, days(30, 40)));
        keys.addAll(fleet(3, NOW.plus(Duration.ofDays(900)), days(30, 40)));

        FleetPlan plan = FleetPlan.of(keys, new ChangeQuota(50, 20), NOW);

        assertThat(plan.advanced().values())
                .allSatisfy(start -> assertThat(start).isAfter(NOW.plus(Duration.ofDays(3))));
        assertThat(plan.shortfall()).isPresent();
    }

    /** What comes of the plan: each key starts when its schedule says, given what the plan asks of it. */
    private static Map<LocalDate, Integer> outcome(List<FleetKey> keys, FleetPlan plan, Instant now) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        for (FleetKey key : keys) {
            Instant asked = plan.advanced().get(key.uid());
            var rotation = RotationSchedule.plan(key.uid(), key.createdAt(), key.terms(), asked, now);
            assertThat(rotation.at()).isBeforeOrEqualTo(key.deadline());
            if (asked != null) {
                assertThat(rotation.cause()).isEqualTo(Cause.QUOTA);
                assertThat(rotation.at()).isEqualTo(asked);
            }
            counts.merge(day(rotation.at()), 1, Integer::sum);
        }
        return counts;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
