package io.openrouteroperator.core.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The promises of {@link Promise}, and that everything comes to rest, over random histories. A failure prints the seed and the
 * shortest story found; {@code make prove-properties} plays a hundred thousand of them.
 */
class HistoriesTest {
    private static final int HISTORIES = Integer.getInteger("histories", 1000);
    private static final int HISTORIES_TO_FIND_A_FAULT = 2000;

    @Test
    void noHistoryBreaksAPromiseAndEveryHistoryComesToRest() {
        assertThat(Histories.firstFailure(KeyProtocol::decide, HISTORIES)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultPlantedInTheProtocolIsFound(PlantedFault fault) {
        assertThat(Histories.firstFailure(fault.decider(), HISTORIES_TO_FIND_A_FAULT))
                .hasValueSatisfying(story -> assertThat(story).contains("=> " + fault.symptom()));
    }

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }
}
