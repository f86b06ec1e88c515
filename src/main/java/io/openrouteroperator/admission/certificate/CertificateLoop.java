package io.openrouteroperator.admission.certificate;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Repeats a pass over the certificates: soon after a failure, at once when asked, and in any case every now and then. */
public final class CertificateLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CertificateLoop.class);
    private static final long RETRY_SECONDS = 2;

    private final Runnable pass;
    private final long periodSeconds;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook-certificate").daemon().factory());

    /** @param periodSeconds time between two passes when all is well */
    public CertificateLoop(Runnable pass, long periodSeconds) {
        this.pass = pass;
        this.periodSeconds = periodSeconds;
    }

    /** Starts with a pass at once. */
    public void start() {
        schedule(0);
    }

    /** One extra pass, for instance because somebody changed the webhook configuration; repeated until it succeeds. */
    public void hurry() {
        thread.execute(this::runUntilItSucceeds);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void schedule(long seconds) {
        if (!thread.isShutdown()) {
            var _ = thread.schedule(this::runAndRepeat, seconds, TimeUnit.SECONDS);
        }
    }

    private void runAndRepeat() {
        schedule(runOnce() ? periodSeconds : RETRY_SECONDS);
    }

    private void runUntilItSucceeds() {
        if (!runOnce() && !thread.isShutdown()) {
            var _ = thread.schedule(this::runUntilItSucceeds, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private boolean runOnce() {
        try {
            pass.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("the webhook's certificate could not be looked after, trying again: %s", e.getMessage());
            return false;
        }
    }
}
