package io.openrouteroperator.admission;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of large bodies that are held at this moment, on all connections together. */
final class HeldBytes {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    HeldBytes(long most) {
        this.most = most;
    }

    /** False, and nothing is counted, when it would be too much. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long now() {
        return held.get();
    }
}
