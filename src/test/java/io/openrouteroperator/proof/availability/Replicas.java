package io.openrouteroperator.proof.availability;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.installation.OperatorProcess;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A leader and a replica that waits; whoever goes is replaced by a new one that waits. */
final class Replicas {
    private record Replica(String pod, OperatorProcess process) {}

    private static final String NAME = "openrouter-operator";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProvingGround ground;
    private final Deque<Replica> running = new ArrayDeque<>();
    private int started;

    Replicas(ProvingGround ground) {
        this.ground = ground;
        running.add(new Replica(NAME + "-0", ground.installation().operator().operator()));
        awaitLeader();
        addWaiting();
    }

    /** The process that leads. */
    OperatorProcess leader() {
        return running.getFirst().process();
    }

    /** Starts one more, which waits. */
    void addWaiting() {
        started++;
        running.add(new Replica(
                NAME + "-" + started, ground.installation().operator().startReplica(started)));
    }

    /** Counts the leader out; the one that waited is expected to lead now. */
    void leaderIsGone() {
        running.removeFirst();
        ground.installation().operator().follow(leader());
    }

    /** Waits until the expected leader holds the lease, and tells how long that took. */
    long awaitLeader() {
        long began = System.nanoTime();
        String expected = running.getFirst().pod();
        if (!Waiting.until(PATIENCE, () -> expected.equals(holder()))) {
            throw new IllegalStateException(expected + " does not lead; the lease is held by " + holder());
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private String holder() {
        Lease lease = ground.installation()
                .controlPlane()
                .client()
                .leases()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withName(NAME)
                .get();
        String holder = lease == null ? null : lease.getSpec().getHolderIdentity();
        return holder == null ? "nobody" : holder;
    }

    /** Ends all that run. */
    void close() {
        running.forEach(replica -> replica.process().close());
    }
}
