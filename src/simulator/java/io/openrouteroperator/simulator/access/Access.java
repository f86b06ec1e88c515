package io.openrouteroperator.simulator.access;

/** Who may call. */
public enum Access {
    /** Anyone, with or without a key. */
    PUBLIC,
    /** Any key. */
    ANY_KEY,
    /** Inference keys. */
    INFERENCE,
    /** Management keys. */
    MANAGEMENT;

    /** Whether a caller may, who he is being known. */
    public boolean admits(Caller caller) {
        return switch (this) {
            case PUBLIC -> true;
            case ANY_KEY -> !(caller instanceof Caller.Unknown);
            case INFERENCE -> caller instanceof Caller.Service;
            case MANAGEMENT -> caller instanceof Caller.Manager;
        };
    }
}
