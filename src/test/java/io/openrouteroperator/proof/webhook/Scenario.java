package io.openrouteroperator.proof.webhook;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One thing that happens to a cluster.
 *
 * @param name what is printed
 * @param story lets it happen; returns figures, and throws when the webhook was in the way
 */
record Scenario(String name, Callable<String> story) {
    /** Plays it and prints its line; false when the webhook was in the way. */
    boolean passes() {
        long began = System.nanoTime();
        try {
            String figures = story.call();
            System.out.printf("scenario %-40s passed in %3d s: %s%n", name, seconds(began), figures);
            return true;
        } catch (Exception | AssertionError e) {
            System.out.printf("scenario %-40s FAILED in %3d s: %s%n", name, seconds(began), e);
            return false;
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }
}
