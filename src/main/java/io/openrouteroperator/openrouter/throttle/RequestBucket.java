package io.openrouteroperator.openrouter.throttle;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The rate limit that all callers of one account share; thread-safe. */
public final class RequestBucket {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final double perSecond;
    private final Timekeeper time;
    private final TokenQueue queue;

    /** A full bucket; the rate is in requests per second and above zero. */
    public RequestBucket(double perSecond, Timekeeper time) {
        this.perSecond = perSecond;
        this.time = time;
        this.queue = new TokenQueue(perSecond, time.nanos());
    }

    /** The rate it was made with. */
    public double perSecond() {
        return perSecond;
    }

    /** Blocks until the caller may send one request, at most for {@code patience}. */
    public Turn acquire(Priority priority, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        long start = time.nanos();
        TokenQueue.Ticket ticket = queue.join(priority);
        try {
            return awaitTurn(ticket, start, patience.toNanos());
        } finally {
            queue.leave(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Lets nobody send for this long: the server said so to one caller, and means all of them. */
    public void pause(Duration duration) {
        lock.lock();
        try {
            queue.pause(time.nanos(), duration.toNanos());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many callers wait for their turn now. */
    int waiting() {
        lock.lock();
        try {
            return queue.waiting();
        } finally {
            lock.unlock();
        }
    }

    private Turn awaitTurn(TokenQueue.Ticket ticket, long start, long patience) throws InterruptedException {
        while (true) {
            long now = time.nanos();
            long waited = now - start;
            long wait = queue.serve(ticket, now);
            if (wait == 0) {
                return new Turn.Granted(Duration.ofNanos(waited));
            }
            long left = patience - waited;
            long pause = queue.pausedFor(now);
            if (left <= 0 || pause > left) {
                return new Turn.Refused(Duration.ofNanos(waited), Duration.ofNanos(Math.max(pause, oneToken())));
            }
            time.await(changed, Math.min(wait, left));
        }
    }

    private long oneToken() {
        return (long) (Duration.ofSeconds(1).toNanos() / perSecond);
    }
}
