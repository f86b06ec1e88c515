package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.SampleFleet.CREATED;
import static io.openrouteroperator.core.schedule.SampleFleet.NOW;
import static io.openrouteroperator.core.schedule.SampleFleet.THOUSAND;
import static io.openrouteroperator.core.schedule.SampleFleet.fleet;
import static io.openrouteroperator.core.schedule.Terms.days;
import static io.openrouteroperator.core.schedule.Terms.jittered;
import static io.openrouteroperator.core.schedule.Terms.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys that no plan replaces in time, and what would do. */
class ShortfallTest {
    @Test
    void noPlanCallsAShortfallWhatAnotherPlanKeeps() {
        Random random = new Random(4);
        for (int fleet = 0; fleet < 300; fleet++) {
            List<FleetKey> keys = IntStream.range(0, 60)
                    .mapToObj(number -> new FleetKey(
                            "uid-" + number,
                            NOW.minus(Duration.ofDays(random.nextInt(40))),
                            random.nextBoolean()
                                    ? days(30, 40)
                                    : days(20, 22, window("0 2 * * WED,SUN", "PT4H", "UTC"))))
                    .toList();

            FleetPlan.of(keys, new ChangeQuota(20, 20), NOW)
                    .shortfall()
                    .ifPresent(shortfall -> assertThat(shortfall.keys()).isPositive());
        }
    }

    @Test
    void saysWhatCannotBeKeptAndWhatWouldDo() {
        List<FleetKey> keys = fleet(10_000, CREATED, jittered(10, 30, 40));

        Shortfall shortfall = FleetPlan.of(keys, THOUSAND, NOW).shortfall().orElseThrow();

        // Days 4 to 30 of the keys' life have room for 200 each; nobody asks for a rotation later than the interval.
        assertThat(shortfall.keys()).isBetween(2000, 5000);
        assertThat(FleetPlan.of(keys, shortfall.enough(), NOW).shortfall()).isEmpty();
        assertThat(FleetPlan.of(keys, new ChangeQuota(shortfall.enough().perDay() - 200, 20), NOW)
                        .shortfall())
                .isPresent();
        Duration interval = shortfall.interval().orElseThrow();
        assertThat(FleetPlan.of(longer(keys, interval), THOUSAND, NOW).shortfall())
                .isEmpty();
        assertThat(FleetPlan.of(longer(keys, interval.minus(Duration.ofDays(2))), THOUSAND, NOW)
                        .shortfall())
                .isPresent();
        assertThat(shortfall.words())
                .isEqualTo(
                        shortfall.keys() + " of 10000 keys cannot be replaced in time with 1000 key changes a day (200 "
                                + "rotations), the first by " + shortfall.first() + "; "
                                + shortfall.enough().perDay()
                                + " key changes a day would do, or an interval of " + interval.toDays() + "d");
    }

    @Test
    void saysSoInTimeWhenKeysComeBackSoonerThanDaysGetFree() {
        // Made over ninety days as they were, each has a day; from then on 117 a day are needed, and 100 are there.
        var terms = jittered(10, 90, 100);
        List<FleetKey> keys = IntStream.range(0, 9000)
                .mapToObj(number -> new FleetKey("uid-" + number, NOW.minus(Duration.ofMinutes(number)), terms))
                .toList();

        Shortfall shortfall =
                FleetPlan.of(keys, new ChangeQuota(500, 20), NOW).shortfall().orElseThrow();

        assertThat(shortfall.keys()).isPositive();
        assertThat(shortfall.interval()).isEmpty();
        assertThat(shortfall.enough().rotationsPerDay()).isGreaterThanOrEqualTo(105);
    }

    @Test
    void saysWhenTheWindowsAreTheReason() {
        var sundays = window("0 2 * * SUN", "PT4H", "UTC");

        Shortfall shortfall = FleetPlan.of(fleet(5000, CREATED, jittered(10, 90, 100, sundays)), THOUSAND, NOW)
                .shortfall()
                .orElseThrow();

        assertThat(shortfall.windowsTooFew()).isTrue();
        assertThat(shortfall.words()).endsWith("would do, or windows on more days");
    }

    @Test
    void withoutAnyQuotaEveryKeyIsShort() {
        Shortfall shortfall = FleetPlan.of(fleet(10, CREATED, days(30, 40)), new ChangeQuota(0, 20), NOW)
                .shortfall()
                .orElseThrow();

        assertThat(shortfall.keys()).isEqualTo(10);
        assertThat(shortfall.enough()).isEqualTo(new ChangeQuota(100, 20));
    }

    private static List<FleetKey> longer(List<FleetKey> keys, Duration interval) {
        return keys.stream().map(key -> key.withIntervalOf(interval)).toList();
    }
}
