package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Brings the lines of this pod's files to a destination, in their order, in a thread of its own: the files are the buffer while it is
 * away. What was not answered is brought again, so that a line may arrive twice.
 */
public final class Shipper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Shipper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Unshipped unshipped;
    private final Destination destination;
    private final AuditMeters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Duration lastWords;
    private Duration pause = LOOK;
    private String told = "";
    private boolean open;

    /** Ships what is in {@code folder} of {@code pod}. */
    public Shipper(Path folder, String pod, Destination destination, AuditMeters meters) {
        this(folder, pod, destination, meters, destination.lastWords());
    }

    /** @param lastWords what {@link #close} waits at most */
    public Shipper(Path folder, String pod, Destination destination, AuditMeters meters, Duration lastWords) {
        this.lastWords = lastWords;
        this.unshipped = new Unshipped(folder, pod, destination);
        this.destination = destination;
        this.meters = meters;
        this.thread =
                Thread.ofPlatform().name("audit-" + destination.name()).daemon().unstarted(this::run);
        meters.sink(destination.name());
    }

    Duration lastWords() {
        return lastWords;
    }

    /** Begins to ship. */
    public void start() {
        thread.start();
    }

    /** Nothing is written any more. */
    void finish() {
        closing.countDown();
    }

    /** Ships what is left, if that does not take longer than the destination's last words may. */
    @Override
    public void close() {
        finish();
        try {
            if (!thread.join(lastWords)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                shipAll();
            }
            shipAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            destination.close();
        }
    }

    /** Ships until nothing is left, or the destination does not take it now. */
    private void shipAll() throws InterruptedException {
        try {
            while (isOpen() && ships()) {
                taking();
            }
        } catch (IOException | RuntimeException e) {
            held("lines could not be read, or not be brought there: " + e.getMessage(), 1);
        }
    }

    private boolean isOpen() {
        if (!open) {
            Optional<String> obstacle = destination.obstacle();
            open = obstacle.isEmpty();
            obstacle.ifPresentOrElse(why -> held(why, 1), this::taking);
        }
        return open;
    }

    /** Whether a batch was dealt with, and another one may follow. */
    private boolean ships() throws IOException, InterruptedException {
        Unshipped.Batch batch = unshipped.next();
        List<String> lines = batch.lines();
        if (lines.isEmpty()) {
            pause = LOOK;
            return false;
        }
        switch (destination.take(lines)) {
            case Outcome.Taken(long refused) -> meters.lostAt(destination.name(), refused);
            case Outcome.Refused(String why) -> {
                meters.lostAt(destination.name(), lines.size());
                LOG.errorf("audit log: %s refuses %d lines for good: %s", destination.name(), lines.size(), why);
            }
            case Outcome.Later(String why) -> {
                held(why, lines.size());
                return false;
            }
        }
        meters.lostAt(destination.name(), batch.missing());
        unshipped.shipped();
        return true;
    }

    private void taking() {
        meters.kept(destination.name(), 0);
        pause = LOOK;
        told = "";
    }

    /** Says each reason once, until it takes lines again. */
    private void held(String why, int lines) {
        if (!why.equals(told)) {
            LOG.errorf("audit log: %s takes no lines, they are kept for it: %s", destination.name(), why);
            told = why;
        }
        meters.kept(destination.name(), lines);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
