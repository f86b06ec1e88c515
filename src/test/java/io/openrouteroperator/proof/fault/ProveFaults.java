package io.openrouteroperator.proof.fault;

import io.openrouteroperator.proof.ProvingGround;
import java.util.List;

/** {@code make prove-faults}: every cell of the fault matrix, or those whose line contains the words given, and the outages. */
public final class ProveFaults {
    private static final int LANES = 8;

    private ProveFaults() {}

    /** Prints a line for each life and the figures in the last one; exits with 1 when an invariant broke. */
    public static void main(String[] words) {
        try (ProvingGround ground = ProvingGround.start();
                FaultMatrix matrix = new FaultMatrix(ground, LANES, row -> System.out.println(row))) {
            matrix.live(Cell.all().stream()
                    .filter(cell -> cell.toString().contains(String.join(" ", words)))
                    .toList());
            if (String.join("", words).isEmpty()) {
                matrix.withoutApiServer();
                matrix.withoutEtcd();
            }
            List<FaultRow> bad =
                    matrix.rows().stream().filter(row -> !row.good()).toList();
            bad.forEach(row -> System.out.println("again: " + row));
            System.out.printf(
                    "prove-faults: cells=%d violations=%d%n", matrix.rows().size(), bad.size());
            // Threads of the harness would keep the JVM alive.
            System.exit(bad.isEmpty() ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
