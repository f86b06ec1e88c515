package io.openrouteroperator.simulator;

import java.time.Instant;
import java.util.Set;

/**
 * One request as the simulator saw it; never a body, never key material.
 *
 * @param path below the base address, such as {@code /keys}
 * @param query raw, empty if there was none
 * @param status of the answer; 0 where the connection was cut instead
 * @param at simulated time of arrival
 */
public record LoggedRequest(String method, String path, String query, int status, Instant at) {

    /** Whether the request asks for a change of the account; inference is none, nor is a question to analytics. */
    public boolean isWrite() {
        return !method.equals("GET")
                && !Set.of("/chat/completions", "/analytics/query").contains(path);
    }
}
