package io.openrouteroperator.simulator.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One way to misbehave. */
public sealed interface Fault {

    /** The call is late, so its effect and its answer are; wall time, not simulated time. */
    record Latency(Duration by) implements Fault {}

    /** The call takes effect at once, but its answer comes late; wall time, not simulated time. */
    record LateAnswer(Duration by) implements Fault {}

    /**
     * 429 instead of the call.
     *
     * @param retryAfter for the header, in whole seconds; null for no header
     */
    record RateLimited(@Nullable Duration retryAfter) implements Fault {}

    /** A 4xx status instead of the call, with the documented error body: 401, 402, 403, 404, 408. */
    record Refused(int status) implements Fault {}

    /** The call takes effect and its answer begins at once, but the body comes in drops over this time; wall time. */
    record SlowBody(Duration over) implements Fault {}

    /**
     * A 5xx status.
     *
     * @param html whether the body is a gateway's HTML page instead of JSON
     * @param committed whether the call took effect before
     */
    record ServerError(int status, boolean html, boolean committed) implements Fault {}

    /**
     * The connection is cut without an answer.
     *
     * @param committed whether the call took effect before
     */
    record ConnectionReset(boolean committed) implements Fault {}

    /** The call takes effect, but its answer stops in the middle and the connection is cut. */
    record TruncatedBody() implements Fault {}

    /** The call takes effect, but its answer is no JSON. */
    record MalformedBody() implements Fault {}

    /** Lists of keys, and analytics, are answered as they were some simulated time ago. */
    record StaleList(Duration age) implements Fault {}

    /**
     * Between two pages of a list rows were inserted or removed: pages after the first start some rows off.
     *
     * @param rows positive where rows were removed, so that some are skipped; negative where rows were added, so that some repeat
     */
    record ShiftedRows(int rows) implements Fault {}

    /** Objects in the answer carry fields which the contract does not know. */
    record UnknownFields() implements Fault {}

    /** Fields with a set of values carry one outside the set. */
    record UnknownEnumValues() implements Fault {}
}
