package io.openrouteroperator.proof.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.ProvingGround;
import org.junit.jupiter.api.Test;

/** The short form of {@code make prove-ha}: a leader that stands still beyond its lease. */
class AvailabilityIT {
    @Test
    void leaderThatWakesUpDoesNoHarm() {
        try (ProvingGround ground = ProvingGround.start()) {
            Availability availability = new Availability(ground);

            assertThat(availability.standstill("PATCH /keys/*")).isEmpty();

            availability.close();
        }
    }
}
