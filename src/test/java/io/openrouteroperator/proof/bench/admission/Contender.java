package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.proof.bench.ProcessCost;
import java.io.IOException;
import java.time.Duration;

/** An admission controller that runs, and how to ask it. */
record Contender(String name, SupervisedProcess process, HttpsLoad load) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Returns when each of these reviews is refused: the rule is on then. */
    void awaitRefusalOf(Iterable<byte[]> reviews) {
        for (byte[] review : reviews) {
            process.awaitReady(PATIENCE, () -> refuses(review));
        }
    }

    long residentMegabytes() {
        return new ProcessCost(process).residentMegabytes();
    }

    @Override
    public void close() {
        process.kill();
    }

    private boolean refuses(byte[] review) {
        try {
            return load.run(review, 1, Duration.ofNanos(1)).answer().contains("\"allowed\":false");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
