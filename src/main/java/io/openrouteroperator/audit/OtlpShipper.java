package io.openrouteroperator.audit;

import io.openrouteroperator.audit.OtlpExporter.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ships the lines of this pod's files to a collector, in their order, in a thread of its own: the files are the buffer while the
 * collector is away. A batch that was not answered is sent again, so that a line may arrive twice; a verifier needs each once.
 */
public final class OtlpShipper implements AutoCloseable {
    static final String NAME = "otlp";

    private static final Logger LOG = Logger.getLogger(OtlpShipper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Unshipped unshipped;
    private final OtlpExporter exporter;
    private final AuditMeters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Duration lastWords;
    private Duration pause = LOOK;

    /** Ships what is in {@code folder} of {@code pod}. */
    public OtlpShipper(Path folder, String pod, OtlpExporter exporter, AuditMeters meters) {
        this(folder, pod, exporter, meters, LAST_WORDS);
    }

    /** @param lastWords what {@link #close} waits at most */
    OtlpShipper(Path folder, String pod, OtlpExporter exporter, AuditMeters meters, Duration lastWords) {
        this.lastWords = lastWords;
        this.unshipped = new Unshipped(folder, pod);
        this.exporter = exporter;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("audit-otlp").daemon().unstarted(this::run);
        meters.sink(NAME);
    }

    /** Begins to ship. */
    public void start() {
        thread.start();
    }

    /** Ships what is left, if that takes no more than half a second. */
    @Override
    public void close() {
        closing.countDown();
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
        }
    }

    /** Ships until nothing is left, or the collector does not take it now. */
    private void shipAll() throws InterruptedException {
        try {
            while (ships()) {
                pause = LOOK;
            }
        } catch (IOException | RuntimeException e) {
            held("its files cannot be read: " + e.getMessage(), 1);
        }
    }

    /** Whether a batch was dealt with, and another one may follow. */
    private boolean ships() throws IOException, InterruptedException {
        Unshipped.Batch batch = unshipped.next();
        List<String> lines = batch.lines();
        if (lines.isEmpty()) {
            pause = LOOK;
            return false;
        }
        switch (exporter.export(lines)) {
            case Outcome.Taken(long refused) -> meters.lostAt(NAME, refused);
            case Outcome.Refused(String why) -> {
                meters.lostAt(NAME, lines.size());
                LOG.errorf("audit log: the collector refuses %d lines for good: %s", lines.size(), why);
            }
            case Outcome.Later(String why) -> {
                held("the collector takes no lines, they are kept for it: " + why, lines.size());
                return false;
            }
        }
        meters.lostAt(NAME, batch.missing());
        meters.kept(NAME, 0);
        unshipped.shipped();
        return true;
    }

    private void held(String why, int lines) {
        if (pause.equals(LOOK)) {
            LOG.errorf("audit log: %s", why);
        }
        meters.kept(NAME, lines);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
