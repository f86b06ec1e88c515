package io.openrouteroperator.reconcile.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What counts as a sign of a loop. */
class InFlightKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final InFlightKeys keys = new InFlightKeys();

    @Test
    void keyThatReplacedOneThatWorkedDoesNotCount() {
        keys.created("uid", NOW);
        keys.created("uid", NOW.plusSeconds(1));
        keys.rotated("uid");
        assertThat(keys.creations("uid")).containsExactly(NOW);
    }

    @Test
    void keysThatWereLostCount() {
        for (int lost = 0; lost < 30; lost++) {
            keys.created("uid", NOW.plusSeconds(lost));
        }
        assertThat(keys.creations("uid")).hasSize(20).endsWith(NOW.plusSeconds(29));
    }
}
