package io.openrouteroperator.audit;

/** What became of lines that were brought somewhere. */
public sealed interface Outcome {
    /** They were taken, but for so many that will never be. */
    record Taken(long refused) implements Outcome {}

    /** They will never be taken. */
    record Refused(String why) implements Outcome {}

    /** Not now. */
    record Later(String why) implements Outcome {}
}
