package io.openrouteroperator.proof.fault;

import io.openrouteroperator.proof.gate.Passage;
import io.openrouteroperator.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;

/** A way in which calls fail. */
sealed interface Trouble {
    /** The column of the table. */
    String name();

    /** How many calls in a row it hits. */
    int times();

    /** What OpenRouter does. */
    record AtOpenRouter(String name, int times, List<Fault> faults) implements Trouble {
        AtOpenRouter(String name, int times, Fault fault) {
            this(name, times, List.of(fault));
        }
    }

    /** What becomes of a write to the cluster. */
    record InCluster(String name, int times, Passage passage) implements Trouble {}

    /** Longer than the operator waits for the beginning of an answer, which is 30 seconds. */
    Duration TOO_LATE = Duration.ofSeconds(32);

    /** More than the client repeats by itself, so that the reconcilers see it too. */
    int MORE_THAN_REPEATED = 5;

    /** What can befall any call to OpenRouter. */
    List<AtOpenRouter> ANY_CALL = List.of(
            new AtOpenRouter(
                    "timeout before", 1, List.of(new Fault.Latency(TOO_LATE), new Fault.ConnectionReset(false))),
            new AtOpenRouter("timeout after", 1, new Fault.LateAnswer(TOO_LATE)),
            new AtOpenRouter("reset before", 2, new Fault.ConnectionReset(false)),
            new AtOpenRouter("reset after", 2, new Fault.ConnectionReset(true)),
            new AtOpenRouter("500 before", MORE_THAN_REPEATED, new Fault.ServerError(500, false, false)),
            new AtOpenRouter("500 after", 2, new Fault.ServerError(500, false, true)),
            new AtOpenRouter("502 HTML", 2, new Fault.ServerError(502, true, false)),
            new AtOpenRouter("502 HTML after", 2, new Fault.ServerError(502, true, true)),
            new AtOpenRouter("429", MORE_THAN_REPEATED, new Fault.RateLimited(null)),
            new AtOpenRouter("429 Retry-After", 2, new Fault.RateLimited(Duration.ofSeconds(1))),
            new AtOpenRouter("401", 2, new Fault.Refused(401)),
            new AtOpenRouter("402", 2, new Fault.Refused(402)),
            new AtOpenRouter("403", 2, new Fault.Refused(403)),
            new AtOpenRouter("404", 2, new Fault.Refused(404)),
            new AtOpenRouter("malformed JSON", 2, new Fault.MalformedBody()),
            new AtOpenRouter("cut body", 2, new Fault.TruncatedBody()),
            new AtOpenRouter("slow body", 2, new Fault.SlowBody(Duration.ofSeconds(3))));

    /** What can befall writes besides: OpenRouter does what was asked when nobody waits for it any more. */
    AtOpenRouter LATE_EFFECT = new AtOpenRouter("late effect", 1, new Fault.Latency(TOO_LATE));

    /** What can befall lists of keys besides; the stale ones are from before any key of the life was made. */
    List<AtOpenRouter> LISTS = List.of(
            new AtOpenRouter("stale list", 6, new Fault.StaleList(Duration.ofSeconds(20))),
            new AtOpenRouter("rows skipped", 6, new Fault.ShiftedRows(1)),
            new AtOpenRouter("rows repeated", 6, new Fault.ShiftedRows(-1)));

    /** What can befall writes to the cluster. */
    List<InCluster> CLUSTER_WRITES = List.of(
            new InCluster("conflict", 2, refusal(409, "Conflict", "the object has been modified")),
            new InCluster("403", 2, refusal(403, "Forbidden", "not allowed")),
            new InCluster("500", 3, refusal(500, "InternalError", "an error on the server")),
            new InCluster("timeout before", 1, new Passage.Held()),
            new InCluster("timeout after", 1, new Passage.Through(Passage.Answer.HELD)),
            new InCluster("reset before", 2, new Passage.Cut()),
            new InCluster("reset after", 2, new Passage.Through(Passage.Answer.CUT)));

    private static Passage refusal(int status, String reason, String message) {
        return new Passage.Instead(status, """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"%s","reason":"%s","code":%d}""".formatted(message, reason, status));
    }
}
