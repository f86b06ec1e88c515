package io.openrouteroperator.proof.fault;

import java.util.List;

/**
 * One life and what came of it.
 *
 * @param met whether the trouble met any call; where it did not, nothing was proven
 * @param seconds that the life took
 */
record FaultRow(String name, boolean met, long seconds, List<String> violations) {
    FaultRow met(boolean whether) {
        return new FaultRow(name, whether, seconds, violations);
    }

    /** Whether the trouble was met and changed nothing for good. */
    boolean good() {
        return met && violations.isEmpty();
    }

    @Override
    public String toString() {
        String outcome = !violations.isEmpty() ? "VIOLATED " + violations : met ? "converged" : "NOT MET";
        return "%-54s %4d s  %s".formatted(name, seconds, outcome);
    }
}
