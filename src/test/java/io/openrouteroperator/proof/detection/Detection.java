package io.openrouteroperator.proof.detection;

import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;

/** Plants violations and looks for them. */
final class Detection {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final ReviewReport report;

    Detection(Installation installation) {
        this.installation = installation;
        this.report = new ReviewReport(installation.controlPlane().kubeconfig());
    }

    /**
     * What came of a violation.
     *
     * @param seen whether it showed where it must, in the report too if it must be there
     * @param seconds from planting to the last of them
     * @param line for people
     */
    record Row(boolean seen, double seconds, String line) {}

    /** Plants one and waits until it shows everywhere it must, or the patience ends. */
    Row play(Violation violation) {
        try (Corner corner = Corner.open(installation, violation.classes())) {
            Planted planted = violation.plant().apply(corner);
            long began = System.nanoTime();
            boolean visible = Waiting.until(PATIENCE, planted.visible());
            double shown = seconds(began);
            boolean reported = !planted.isReported()
                    || Waiting.until(PATIENCE, () -> report.has(planted.control(), planted.owner()));
            double told = planted.isReported() ? seconds(began) : shown;
            return new Row(visible && reported, told, line(violation, planted, visible, shown, reported, told));
        }
    }

    private String line(
            Violation violation, Planted planted, boolean visible, double shown, boolean reported, double told) {
        String where = planted.where().isEmpty()
                ? "-"
                : visible ? "%s after %.1f s".formatted(planted.where(), shown) : "NOT SEEN: " + planted.where();
        String finding = "%s, %s".formatted(planted.control(), planted.owner());
        String inReport = !planted.isReported()
                ? "nothing is left to report"
                : reported
                        ? "%s after %.1f s".formatted(finding, told)
                        : "NOT REPORTED: %s, but %s".formatted(finding, report.told(planted.owner()));
        return "%-62s | %-52s | %s".formatted(violation.name(), where, inReport);
    }

    private static double seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }
}
