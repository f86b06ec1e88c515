package io.openrouteroperator.proof.bench.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    @Test
    void aRoundThatTheMachineDisturbedDoesNotCount() {
        Measured median = Turns.median(
                Stream.of(2_000, 90, 2_100).map(TurnsTest::measured).toList());

        assertThat(median.perSecond()).isEqualTo(2_000);
    }

    private static Measured measured(int perSecond) {
        return new Measured(perSecond, HttpsConnection.noTimes(), 0, "");
    }
}
