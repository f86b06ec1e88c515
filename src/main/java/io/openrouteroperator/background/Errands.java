package io.openrouteroperator.background;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does things one at a time, beside whoever asked for them. When too many wait, the next one is turned away: nobody waits here. */
public final class Errands implements AutoCloseable {
    private static final int MOST_WAITING = 256;

    private final ThreadPoolExecutor thread;

    /** @param name as thread dumps show it */
    public Errands(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Whether it will be done. */
    public boolean accept(Runnable errand) {
        try {
            thread.execute(errand);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
