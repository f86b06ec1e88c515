package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * What other pods left in the folder for a destination. Whose claim is free is gone, as far as that destination goes; a pod that lives
 * holds its own. For one thread.
 */
final class Leftovers {
    private static final Logger LOG = Logger.getLogger(Leftovers.class);
    private static final Duration LOOK = Duration.ofSeconds(30);

    private final Path folder;
    private final String pod;
    private final Destination destination;
    private final Queue<String> others = new ArrayDeque<>();
    private final Set<String> told = new HashSet<>();
    private long looked = System.nanoTime() - LOOK.toNanos();

    /** Brings lines of one pod. */
    @FunctionalInterface
    interface Delivery {
        /** What became of its next lines. */
        Progress of(Unshipped unshipped) throws IOException, InterruptedException;
    }

    /** @param pod whose files are no leftovers */
    Leftovers(Path folder, String pod, Destination destination) {
        this.folder = folder;
        this.pod = pod;
        this.destination = destination;
    }

    /** Brings the next lines that somebody left, and leaves everybody who has none. Now and then it looks who there is. */
    Progress ship(Delivery delivery) throws IOException, InterruptedException {
        if (others.isEmpty() && System.nanoTime() - looked >= LOOK.toNanos()) {
            looked = System.nanoTime();
            others.addAll(Segments.pods(folder));
            others.remove(pod);
        }
        while (!others.isEmpty()) {
            Progress progress = shipFor(others.element(), delivery);
            if (progress != Progress.NOTHING) {
                return progress;
            }
            others.remove();
        }
        return Progress.NOTHING;
    }

    /** The claim is kept for one delivery: the pod's next process may be waiting for it. */
    private Progress shipFor(String other, Delivery delivery) throws InterruptedException {
        try (Unshipped left = Unshipped.leftBy(other, folder, destination)) {
            return delivery.of(left);
        } catch (IOException | RuntimeException e) {
            if (told.add(other)) {
                LOG.errorf(
                        "audit log: what %s left for %s stays where it is: %s",
                        other, destination.name(), e.getMessage());
            }
            return Progress.NOTHING;
        }
    }
}
