package io.openrouteroperator.proof.gate;

/** Decides at a gate. Called by many threads. */
public interface Guard {
    /** Lets everything pass. */
    Guard NONE = request -> Passage.OPEN;

    /** A whole request has come and the server has not heard of it. */
    Passage arrives(Request request);

    /** The server has done what was asked, and the caller has not heard of it. */
    default void answered(Request request) {}
}
