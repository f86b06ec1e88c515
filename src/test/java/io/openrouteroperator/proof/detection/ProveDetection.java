package io.openrouteroperator.proof.detection;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.proof.detection.Detection.Row;
import io.openrouteroperator.scan.ReportKinds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code make prove-detection}: plants one violation after the other; each must be seen, and reported with the right owner. */
public final class ProveDetection {
    private ProveDetection() {}

    /** Prints a line for each violation and one for all; exits with 1 when one is not seen. The argument names some of them. */
    public static void main(String[] arguments) {
        try {
            // Threads of the harness would keep the JVM alive.
            System.exit(passes(String.join(" ", arguments)) ? 0 : 1);
        } catch (RuntimeException | IOException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean passes(String part) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (ControlPlane controlPlane = ControlPlane.start()) {
            ReportKinds.define(controlPlane.client(), "policyreports");
            try (Installation installation = Installation.on(controlPlane)) {
                Detection detection = new Detection(installation);
                for (Violation violation : Violations.all()) {
                    if (violation.name().contains(part)) {
                        Row row = detection.play(violation);
                        System.out.println(row.line());
                        rows.add(row);
                    }
                }
            }
        }
        long seen = rows.stream().filter(Row::seen).count();
        System.out.printf(
                "prove-detection: planted=%d seen=%d slowest_s=%.1f%n",
                rows.size(), seen, rows.stream().mapToDouble(Row::seconds).max().orElse(0));
        return seen == rows.size() && !rows.isEmpty();
    }
}
