package io.openrouteroperator.proof.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.ProvingGround;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The short form of the fault matrix: cells drawn by a seed, and each fault of the create that may have happened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixIT {
    private static final long SEED = 10;
    private static final int DRAWN = 4;

    private ProvingGround ground;

    @BeforeAll
    void start() {
        ground = ProvingGround.start();
    }

    @AfterAll
    void close() {
        ground.close();
    }

    @Test
    void livesGoOnAsIfNothingHadFailed() {
        try (FaultMatrix matrix = new FaultMatrix(ground, 4, row -> System.out.println(row))) {
            matrix.live(sample());

            assertThat(matrix.rows()).allMatch(FaultRow::good);
        }
    }

    /** None that waits for half a minute; those are for the long form. */
    private static List<Cell> sample() {
        List<Cell> cells = new ArrayList<>(Cell.all());
        cells.removeIf(cell -> cell.trouble().name().startsWith("timeout"));
        Collections.shuffle(cells, new Random(SEED));
        List<Cell> sample = new ArrayList<>(cells.subList(0, DRAWN));
        cells.stream()
                .filter(cell -> cell.effect().name().equals("POST /keys"))
                .filter(cell -> cell.trouble().name().endsWith("after")
                        || cell.trouble().name().equals("cut body"))
                .filter(cell -> !sample.contains(cell))
                .forEach(sample::add);
        return sample;
    }
}
