package io.openrouteroperator.core.schedule;

/** Spreads keys evenly and for good: the same key always gets the same share. */
final class Spread {
    // FNV-1a with the finalizer of MurmurHash3: UIDs differ in few bits, shares must differ in many.
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final double RANGE = 0x1.0p53;

    private Spread() {}

    /** From 0, included, to 1, excluded; different purposes give different shares. */
    static double fraction(String uid, String purpose) {
        long hash = mixed(mixed(OFFSET, uid), purpose);
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return ((hash ^ (hash >>> 33)) >>> 11) / RANGE;
    }

    private static long mixed(long start, String text) {
        long hash = start;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        return hash;
    }
}
