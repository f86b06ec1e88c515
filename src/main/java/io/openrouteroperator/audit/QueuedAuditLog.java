package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes events at once, for one thread to write. When too many wait, events are dropped, and the log says how many. */
public final class QueuedAuditLog implements AuditLog, AutoCloseable {
    static final int MOST_WAITING = 10_000;

    private static final Logger LOG = Logger.getLogger(QueuedAuditLog.class);
    private static final long TICK_MILLIS = 500;
    /** The process ends within the grace that Kubernetes gives it, signed or not. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final BlockingQueue<Dated> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final ChainWriter chain;
    private final AuditMeters meters;
    private final Clock clock;
    private final Thread thread;
    private final Duration lastWords;
    private volatile boolean closing;

    private record Dated(Instant at, AuditEvent event) {}

    /**
     * A log that begins with its first event.
     *
     * @param writer id of this process; no two processes share one
     * @param interval how long an entry waits for its signature at most
     */
    public QueuedAuditLog(
            String writer, List<LineSink> sinks, Notary notary, AuditMeters meters, Duration interval, Clock clock) {
        this(new ChainWriter(writer, sinks, notary, meters, interval), meters, lastWords(sinks), clock);
    }

    /** @param lastWords what {@link #close} waits at most */
    QueuedAuditLog(ChainWriter chain, AuditMeters meters, Duration lastWords, Clock clock) {
        this.chain = chain;
        this.lastWords = lastWords;
        this.meters = meters;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("audit-log").daemon().unstarted(this::run);
    }

    /** The id of a process: the pod's name, and when it started. */
    public static String writer(String pod, Instant start) {
        return "%.200s.%d".formatted(pod.replaceAll("[^A-Za-z0-9.-]", "-"), start.toEpochMilli());
    }

    private static Duration lastWords(List<LineSink> sinks) {
        return sinks.stream()
                .map(LineSink::lastWords)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plus(LAST_WORDS);
    }

    /** Begins to write. */
    public void start() {
        thread.start();
    }

    @Override
    public void record(AuditEvent event) {
        if (!waiting.offer(new Dated(clock.instant(), event))) {
            lost.incrementAndGet();
            meters.lost();
        }
    }

    /** Writes what waits, signs it and ends the chain; gives up a second after its sinks should have. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!thread.join(lastWords)) {
                LOG.warn("audit log: the process ends before its chain does");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                write(waiting.poll(closing ? 0 : TICK_MILLIS, TimeUnit.MILLISECONDS));
                chain.tick(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(null);
        chain.end(clock.instant());
    }

    /** Whatever is wrong with one event must not end the log. */
    private void write(@Nullable Dated next) {
        chain.tellLost(clock.instant(), lost.getAndSet(0));
        try {
            if (next != null) {
                chain.write(next.at(), next.event());
            }
        } catch (RuntimeException e) {
            lost.incrementAndGet();
            meters.lost();
            LOG.errorf("audit log: an event could not be written: %s", e.getMessage());
        }
    }
}
