package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.SampleFleet.NOW;
import static io.openrouteroperator.core.schedule.Terms.jittered;
import static io.openrouteroperator.core.schedule.Terms.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan is made with each poll, so it must not take long. */
class FleetPlanSpeedTest {
    @Test
    void plansTenThousandKeysInMilliseconds() {
        var windows = List.of(
                jittered(10, 90, 100),
                jittered(10, 60, 70, window("0 2 * * *", "PT4H", "Europe/Berlin")),
                jittered(
                        20,
                        90,
                        100,
                        window("0 2 * * SUN", "PT4H", "Asia/Tokyo"),
                        window("0 3 * * WED", "PT2H", "UTC")));
        List<FleetKey> keys = IntStream.range(0, 10_000)
                .mapToObj(number -> new FleetKey(
                        "uid-" + number,
                        NOW.minus(Duration.ofHours(number % 1000)),
                        windows.get(number % windows.size())))
                .toList();
        ChangeQuota quota = new ChangeQuota(1500, 20);
        // Processor time, as the tests of others run beside this one.
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long fastest = Long.MAX_VALUE;
        for (int run = 0; run < 10; run++) {
            long start = cpu.getCurrentThreadCpuTime();
            assertThat(FleetPlan.of(keys, quota, NOW).shortfall()).isEmpty();
            fastest = Math.min(fastest, cpu.getCurrentThreadCpuTime() - start);
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(100));
    }
}
