package io.openrouteroperator.background;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Repeats a pass: soon after a failure, at once when asked, and in any case every now and then. Passes never overlap. */
public final class BackgroundLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BackgroundLoop.class);

    private final String name;
    private final Runnable pass;
    private final Duration period;
    private final Duration retry;
    private final ScheduledExecutorService thread;

    /** Touched by the thread alone. */
    private @Nullable Future<?> next;

    /**
     * A loop that is not started yet.
     *
     * @param name what it does, as logs and thread dumps show it
     * @param pass throws when it has to be repeated soon
     * @param period time between two passes when all is well
     * @param retry time after a pass that failed
     */
    public BackgroundLoop(String name, Runnable pass, Duration period, Duration retry) {
        this.name = name;
        this.pass = pass;
        this.period = period;
        this.retry = retry;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Starts with a pass at once. */
    public void start() {
        hurry();
    }

    /** A pass at once, for instance because what it looks at has changed; the next regular one counts from there. */
    public void hurry() {
        try {
            thread.execute(this::run);
        } catch (RejectedExecutionException closed) {
            LOG.debugf("no more %s, the operator stops", name);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void run() {
        if (next != null) {
            next.cancel(false);
        }
        Duration pause = succeeds() ? period : retry;
        if (!thread.isShutdown()) {
            next = thread.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean succeeds() {
        try {
            pass.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("%s: failed, trying again: %s", name, e.getMessage());
            return false;
        }
    }
}
