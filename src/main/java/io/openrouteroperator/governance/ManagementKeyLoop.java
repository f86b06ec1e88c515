package io.openrouteroperator.governance;

import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import io.openrouteroperator.core.key.KeyHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns the hashes of the accounts' management keys, so that one is recognised wherever it is copied to, also one that looks like a
 * service key. Secrets are read by name, when accounts name others and every ten minutes; nothing but hashes is kept.
 */
public final class ManagementKeyLoop implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final GovernanceCache cache;
    private final ContentLookup lookup;
    private final BackgroundLoop loop = new BackgroundLoop("management-keys", this::pass, PERIOD, RETRY);

    /** A loop that reads by {@code lookup} what {@code cache} knows as Secrets of management keys. */
    public ManagementKeyLoop(GovernanceCache cache, ContentLookup lookup) {
        this.cache = cache;
        this.lookup = lookup;
    }

    /** Starts to read every now and then. */
    public void start() {
        loop.start();
    }

    /** Reads once more, soon. */
    public void hurry() {
        loop.hurry();
    }

    @Override
    public void close() {
        loop.close();
    }

    /**
     * Reads all; one that fails does not hide the others.
     *
     * @throws IllegalStateException when one could not be read
     */
    void pass() {
        List<String> failed = new ArrayList<>();
        for (ObjectName secret : cache.managementSecrets()) {
            try {
                cache.managementKeys(secret, hashes(secret));
            } catch (RuntimeException e) {
                failed.add("%s (%s)".formatted(secret, e.getMessage()));
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("unread Secrets of management keys: " + String.join(", ", failed));
        }
    }

    private Set<KeyHash> hashes(ObjectName secret) {
        return lookup.fetch(new ContentName(true, secret)).byEntry().values().stream()
                .flatMap(List::stream)
                .map(KeyMark::hash)
                .collect(Collectors.toSet());
    }
}
