package io.openrouteroperator.proof.webhook;

import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.installation.OperatorProcess;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** Two replicas, and what a kubelet and a Service do for them. */
final class Replicas {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstalledOperator operator;
    private final Deque<OperatorProcess> running = new ArrayDeque<>();
    private int started;

    /** Adds a second replica to the one that runs. */
    Replicas(InstalledOperator operator) {
        this.operator = operator;
        running.add(operator.operator());
        add();
    }

    /** Starts one more; it serves when it is ready. */
    void add() {
        started++;
        running.add(operator.startReplica(started));
    }

    /** Asks the older one to stop; it is still an endpoint. */
    OperatorProcess beginStop() {
        OperatorProcess oldest = running.removeFirst();
        ProcessHandle.of(oldest.process().pid()).orElseThrow().destroy();
        if (!Waiting.until(PATIENCE, () -> !oldest.isReady())) {
            throw new IllegalStateException("a replica that stops still says that it is ready");
        }
        return oldest;
    }

    /** It is no endpoint any more; returns when its process is gone. */
    void endStop(OperatorProcess stopping) {
        operator.withdraw(stopping);
        stopping.process().awaitExit(PATIENCE);
    }

    /** Kills the older one; the Service knows at once. */
    void killOne() {
        OperatorProcess oldest = running.removeFirst();
        oldest.process().kill();
        operator.withdraw(oldest);
    }

    /** Kills all. */
    void killAll() {
        while (!running.isEmpty()) {
            killOne();
        }
    }

    /** Starts as many as are missing. */
    void fillUp() {
        while (running.size() < 2) {
            add();
        }
    }

    /** The metrics page of each. */
    Stream<String> metrics() {
        return running.stream().map(OperatorProcess::metrics);
    }

    void close() {
        running.forEach(OperatorProcess::close);
    }
}
