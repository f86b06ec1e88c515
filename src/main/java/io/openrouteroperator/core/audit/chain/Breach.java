package io.openrouteroperator.core.audit.chain;

/** The first line at which a log is not what was written, and why. */
public record Breach(Place place, String problem) {
    @Override
    public String toString() {
        return place + ": " + problem;
    }
}
