package io.openrouteroperator.admission;

import java.time.Duration;

/**
 * What request bodies may take of this process.
 *
 * @param largest bytes of one body
 * @param heldAtOnce bytes of all bodies together, not counting the first {@link IncomingBody#SMALL} of each: whoever sends large
 *     bodies does not stop ordinary ones
 * @param readTime from the first byte of a body to its last
 */
public record BodyLimits(int largest, long heldAtOnce, Duration readTime) {
    /** An API request may have 3 MiB, and an update carries the object twice. */
    private static final int LARGEST = 12 * 1024 * 1024;
    /** Reading a body takes several times its size. */
    private static final int SHARE_OF_HEAP = 8;
    /** More than the API server waits for an answer. */
    private static final Duration READ_TIME = Duration.ofSeconds(10);

    /** The usual limits in a heap of so many bytes. */
    public static BodyLimits within(long heap) {
        return new BodyLimits(LARGEST, Math.max(LARGEST, heap / SHARE_OF_HEAP), READ_TIME);
    }
}
