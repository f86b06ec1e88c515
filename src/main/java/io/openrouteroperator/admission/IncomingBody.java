package io.openrouteroperator.admission;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** The body of one request while it comes in, in an array that has the right size at its end when the request tells it. */
final class IncomingBody {
    /** Bytes that no limit over all requests is about; nearly all reviews are smaller. */
    static final int SMALL = 64 * 1024;

    /** What became of a chunk. */
    enum Outcome {
        TAKEN,
        TOO_LARGE,
        TOO_MANY_HELD
    }

    private final int largest;
    private final int expected;
    private final HeldBytes held;
    private byte[] bytes;
    private int length;
    private long counted;

    /** @param expected length that the request claims to have, or less than zero */
    IncomingBody(int expected, int largest, HeldBytes held) {
        this.largest = largest;
        this.expected = expected;
        this.held = held;
        this.bytes = new byte[Math.clamp(expected, 0, SMALL)];
    }

    Outcome add(Buffer chunk) {
        int needed = length + chunk.length();
        if (needed > largest || expected > largest) {
            return Outcome.TOO_LARGE;
        }
        if (needed > bytes.length && !grow(needed)) {
            return Outcome.TOO_MANY_HELD;
        }
        chunk.getBytes(bytes, length);
        length = needed;
        return Outcome.TAKEN;
    }

    /** Doubles, so that what is copied while it grows stays below what comes in; a claim alone takes no memory. */
    private boolean grow(int needed) {
        int doubled = Math.max(needed, 2 * bytes.length);
        int size = expected >= needed ? Math.min(doubled, expected) : doubled;
        long more = Math.max(0, size - SMALL) - counted;
        if (!held.take(more)) {
            return false;
        }
        counted += more;
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    /** Whether everything that the request claims to have is there. */
    boolean isComplete() {
        return length == expected;
    }

    boolean isSmall() {
        return length <= SMALL;
    }

    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Nothing of it is held any more; further calls do nothing. */
    void release() {
        held.giveBack(counted);
        counted = 0;
        bytes = new byte[0];
        length = 0;
    }
}
