package io.openrouteroperator.proof.crash;

import java.util.List;

/**
 * One death and what came of it.
 *
 * @param reached whether the story came to the point; where it did not, nothing was proven
 */
record CrashRow(String scenario, CrashPoint point, boolean reached, List<String> violations) {
    @Override
    public String toString() {
        String outcome = !violations.isEmpty() ? "VIOLATED " + violations : reached ? "recovered" : "not reached";
        return "%-10s %-66s %s".formatted(scenario, point, outcome);
    }
}
