package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.SampleFleet.THOUSAND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many rotations a day's key changes are good for. */
class ChangeQuotaTest {
    @Test
    void countsFourChangesForARotationAndLeavesTheReserve() {
        assertThat(THOUSAND.rotationsPerDay()).isEqualTo(200);
        assertThat(new ChangeQuota(8000, 20).rotationsPerDay()).isEqualTo(1600);
        assertThat(THOUSAND.forRotations(201)).isEqualTo(new ChangeQuota(1100, 20));
        assertThat(new ChangeQuota(1000, 100).rotationsPerDay()).isZero();
        assertThat(new ChangeQuota(1000, 100).forRotations(10)).isEqualTo(new ChangeQuota(4000, 100));
    }
}
