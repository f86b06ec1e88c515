package io.openrouteroperator.proof.gate;

/** What becomes of a request. */
public sealed interface Passage {
    /** It goes through, and so does its answer. */
    Passage OPEN = new Through(Answer.DELIVERED);

    /** What becomes of the answer, once the server has done what was asked. */
    enum Answer {
        DELIVERED,
        /** Never delivered: the caller waits until its patience ends. */
        HELD,
        /** The connection is reset instead. */
        CUT
    }

    /** The server does what is asked. */
    record Through(Answer answer) implements Passage {}

    /** The server is asked twice, as by a client that repeats; the second answer is delivered. */
    record Twice() implements Passage {}

    /** The server never hears of it; this is answered instead. */
    record Instead(int status, String body) implements Passage {}

    /** The server never hears of it, and nobody answers. */
    record Held() implements Passage {}

    /** The server never hears of it; the connection is reset. */
    record Cut() implements Passage {}
}
