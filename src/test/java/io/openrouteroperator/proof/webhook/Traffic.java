package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Clients of the API server that never pause; half of their pods must be admitted, the other half refused for a key. */
final class Traffic implements AutoCloseable {
    /** How many requests are on their way at any moment. */
    static final int CLIENTS = 3;

    /** Longer messages repeat themselves. */
    private static final int MOST = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A request that was not answered as it must be. */
    record Failure(long nanos, String message) {}

    private final Probe probe;
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> clients;

    private Traffic(Probe probe) {
        this.probe = probe;
        clients = Stream.generate(() -> Thread.ofVirtual().unstarted(this::ask))
                .limit(CLIENTS)
                .toList();
    }

    /** Starts, and returns when connections to all replicas are warm. */
    static Traffic start(WebhookGround ground) {
        Traffic traffic = new Traffic(ground.probe());
        traffic.clients.forEach(Thread::start);
        traffic.awaitMore(200);
        return traffic;
    }

    /** Waits for this many more answers. */
    void awaitMore(int count) {
        int enough = answered.get() + count;
        if (!Waiting.until(PATIENCE, () -> answered.get() >= enough)) {
            throw new IllegalStateException("traffic does not flow: " + failures);
        }
    }

    int answered() {
        return answered.get();
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Ends, and tells what is to be told when nothing failed. */
    String withoutFailure() {
        end();
        assertThat(failures).as("failed admissions, of " + answered).isEmpty();
        return answered + " admissions, none failed";
    }

    /** Sends nothing more, and waits for what is on its way. */
    void end() {
        over.set(true);
        clients.forEach(Traffic::join);
    }

    @Override
    public void close() {
        end();
    }

    private void ask() {
        for (int i = 0; !over.get(); i++) {
            try {
                if (i % 2 == 0) {
                    probe.admitted();
                } else {
                    probe.refused();
                }
                answered.incrementAndGet();
            } catch (RuntimeException e) {
                failures.add(new Failure(System.nanoTime(), firstLines(String.valueOf(e.getMessage()))));
            }
        }
    }

    private static String firstLines(String message) {
        return message.substring(0, Math.min(MOST, message.length()));
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
