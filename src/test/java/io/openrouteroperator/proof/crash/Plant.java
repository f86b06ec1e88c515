package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.gate.Passage;
import io.openrouteroperator.proof.gate.Request;

/** A fault of the protocol, as it would show between the operator and the servers: each must be found, or the proof proves nothing. */
enum Plant {
    /** The operator as it is. */
    NONE {
        @Override
        Passage passage(Request request) {
            return Passage.OPEN;
        }
    },
    /** A client that sends each creation again. */
    REPEATED_CREATE {
        @Override
        Passage passage(Request request) {
            boolean creates = request.method().equals("POST")
                    && request.path().endsWith("/keys")
                    && !request.path().contains("/assignments/");
            return creates ? new Passage.Twice() : Passage.OPEN;
        }
    },
    /** A protocol that does not make its intent durable before it creates: the write is believed done, and was not. */
    FORGOTTEN_INTENT {
        @Override
        Passage passage(Request request) {
            boolean intends = request.method().equals("PUT")
                    && request.path().endsWith("/status")
                    && request.text().contains("\"pending\":{");
            return intends ? new Passage.Instead(200, request.text()) : Passage.OPEN;
        }
    };

    /** What becomes of a request. */
    abstract Passage passage(Request request);
}
