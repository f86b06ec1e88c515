package io.openrouteroperator.proof.fault;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Lives with troubles, several side by side. */
final class FaultMatrix implements AutoCloseable {
    private static final long OUTAGE_NANOS = 3_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProvingGround ground;
    private final Consumer<FaultRow> report;
    private final List<Lane> lanes = new ArrayList<>();
    private final Queue<FaultRow> rows = new ConcurrentLinkedQueue<>();

    FaultMatrix(ProvingGround ground, int width, Consumer<FaultRow> report) {
        this.ground = ground;
        this.report = report;
        ClusterTroubles troubles = new ClusterTroubles();
        ground.kubernetes().guardedBy(troubles);
        for (int lane = 0; lane < width; lane++) {
            lanes.add(new Lane(ground, troubles));
        }
    }

    /** One life for each cell. */
    void live(Collection<Cell> cells) {
        inLanes(new ConcurrentLinkedQueue<>(cells), Lane::live);
    }

    /** Lives while kube-apiserver is killed and comes back. */
    void withoutApiServer() {
        ControlPlane cluster = ground.installation().controlPlane();
        during("API server restart", () -> {
            cluster.killApiServer();
            LockSupport.parkNanos(OUTAGE_NANOS);
            cluster.startApiServer();
        });
    }

    /** Lives while etcd is killed and comes back. */
    void withoutEtcd() {
        during("etcd restart", () -> ground.installation().controlPlane().restartEtcd());
    }

    /** All lives so far. */
    List<FaultRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
        ground.open();
    }

    private void during(String name, Runnable outage) {
        Queue<String> lives = new ConcurrentLinkedQueue<>();
        for (int lane = 1; lane <= lanes.size(); lane++) {
            lives.add(name + ", life " + lane);
        }
        List<Integer> before = lanes.stream().map(Lane::creations).toList();
        Thread breaker = Thread.ofVirtual().start(() -> {
            Waiting.until(PATIENCE, () -> allCreatedSince(before));
            outage.run();
        });
        inLanes(lives, Lane::live);
        join(breaker);
    }

    private boolean allCreatedSince(List<Integer> before) {
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lanes.get(lane).creations() == before.get(lane)) {
                return false;
            }
        }
        return true;
    }

    private <T> void inLanes(Queue<T> work, BiFunction<Lane, T, FaultRow> live) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Lane lane : lanes) {
                running.add(threads.submit(() -> {
                    for (T next = work.poll(); next != null; next = work.poll()) {
                        FaultRow row = live.apply(lane, next);
                        rows.add(row);
                        report.accept(row);
                    }
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lane broke", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
