package io.openrouteroperator.governance;

import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import io.openrouteroperator.core.key.KeyHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Learns the hashes of the accounts' management keys, so that one is recognised wherever it is copied to, also one that looks like a
 * service key. Secrets are read by name, when accounts name others and every ten minutes; nothing but hashes is kept.
 */
public final class ManagementKeyLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ManagementKeyLoop.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final GovernanceCache cache;
    private final ContentLookup lookup;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("management-keys").daemon().factory());

    /** A loop that reads by {@code lookup} what {@code cache} knows as Secrets of management keys. */
    public ManagementKeyLoop(GovernanceCache cache, ContentLookup lookup) {
        this.cache = cache;
        this.lookup = lookup;
    }

    /** Starts to read every now and then. */
    public void start() {
        schedule(Duration.ZERO);
    }

    /** Reads once more, soon. */
    public void hurry() {
        try {
            thread.execute(this::pass);
        } catch (RejectedExecutionException closed) {
            LOG.debug("management keys are not read any more, the operator stops");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void schedule(Duration pause) {
        if (!thread.isShutdown()) {
            var _ = thread.schedule(() -> schedule(pass() ? PERIOD : RETRY), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Reads all; one that fails does not hide the others. Whether all could be read. */
    boolean pass() {
        List<ObjectName> failed = new ArrayList<>();
        for (ObjectName secret : cache.managementSecrets()) {
            try {
                cache.managementKeys(secret, hashes(secret));
            } catch (RuntimeException e) {
                LOG.warnf("the management key's Secret %s could not be read, trying again: %s", secret, e.getMessage());
                failed.add(secret);
            }
        }
        return failed.isEmpty();
    }

    private Set<KeyHash> hashes(ObjectName secret) {
        return lookup.fetch(new ContentName(true, secret)).byEntry().values().stream()
                .flatMap(List::stream)
                .map(KeyMark::hash)
                .collect(Collectors.toSet());
    }
}
