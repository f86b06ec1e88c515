package io.openrouteroperator.core.schedule;

import java.time.Duration;

/** Spreads keys evenly and for good: the same key always gets the same share. */
final class Spread {
    // FNV-1a with the finalizer of MurmurHash3: UIDs differ in few bits, shares must differ in many.
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final double RANGE = 0x1.0p53;

    private Spread() {}

    /** A share of {@code whole} from zero, included, to all of it, excluded; different purposes give different shares. */
    static Duration share(String uid, String purpose, Duration whole) {
        return Duration.ofSeconds((long) (fraction(uid + '/' + purpose) * whole.toSeconds()));
    }

    private static double fraction(String text) {
        long hash = OFFSET;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return ((hash ^ (hash >>> 33)) >>> 11) / RANGE;
    }
}
