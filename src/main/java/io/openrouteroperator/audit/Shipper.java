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
 * away. What was not answered is brought again, so that a line may arrive twice. When there are none, it brings what pods left that are
 * gone.
 */
public final class Shipper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Shipper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Unshipped own;
    private final Leftovers leftovers;
    private final Destination destination;
    private final AuditMeters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Duration lastWords;
    private Duration pause = LOOK;
    private String told = "";
    private boolean open;

    /**
     * Ships what is in {@code folder}.
     *
     * @param pod whose files are its own
     * @param writer id of this process
     */
    public Shipper(Path folder, String pod, String writer, Destination destination, AuditMeters meters) {
        this(folder, pod, writer, destination, meters, destination.lastWords());
    }

    /** @param lastWords what {@link #close} waits at most */
    public Shipper(
            Path folder, String pod, String writer, Destination destination, AuditMeters meters, Duration lastWords) {
        this.lastWords = lastWords;
        this.own = Unshipped.ownOf(pod, writer, folder, destination);
        this.leftovers = new Leftovers(folder, pod, destination);
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
            own.claim();
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                shipAll();
            }
            shipAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            destination.close();
            release();
        }
    }

    /** Ships until nothing is left, or the destination does not take it now. */
    private void shipAll() throws InterruptedException {
        try {
            Progress progress;
            do {
                progress = isOpen() ? ship() : Progress.HELD;
                if (progress != Progress.HELD) {
                    taking();
                }
            } while (progress == Progress.SHIPPED);
        } catch (IOException | RuntimeException e) {
            held("lines could not be read, or not be brought there: " + e.getMessage(), 1);
        }
    }

    private boolean isOpen() {
        if (!open) {
            Optional<String> obstacle = destination.obstacle();
            open = obstacle.isEmpty();
            obstacle.ifPresent(why -> held(why, 1));
        }
        return open;
    }

    /** What others left waits for this pod's own lines, and for whoever lives on when this process ends. */
    private Progress ship() throws IOException, InterruptedException {
        Progress progress = own.claim() ? ship(own) : Progress.NOTHING;
        return progress == Progress.NOTHING && closing.getCount() > 0 ? leftovers.ship(this::ship) : progress;
    }

    private Progress ship(Unshipped unshipped) throws IOException, InterruptedException {
        Unshipped.Batch batch = unshipped.next();
        List<String> lines = batch.lines();
        if (lines.isEmpty()) {
            return Progress.NOTHING;
        }
        switch (destination.take(unshipped.pod(), lines)) {
            case Outcome.Taken(long refused) -> meters.lostAt(destination.name(), refused);
            case Outcome.Refused(String why) -> {
                meters.lostAt(destination.name(), lines.size());
                LOG.errorf("audit log: %s refuses %d lines for good: %s", destination.name(), lines.size(), why);
            }
            case Outcome.Later(String why) -> {
                held(why, lines.size());
                return Progress.HELD;
            }
        }
        meters.lostAt(destination.name(), batch.missing());
        unshipped.shipped();
        return Progress.SHIPPED;
    }

    private void release() {
        try {
            own.close();
        } catch (IOException e) {
            LOG.warnf("audit log: a lock is kept until the process ends: %s", e.getMessage());
        }
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
