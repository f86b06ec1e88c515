package io.openrouteroperator.admission;

import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.governance.ContentCache;
import io.openrouteroperator.governance.ContentLookup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Finds out what is in Secrets and ConfigMaps: from memory at once, from the API server within a deadline. */
public final class ContentDesk {
    private static final Logger LOG = Logger.getLogger(ContentDesk.class);

    /** The API server gives a webhook three seconds; an answer must leave before that. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final ContentCache cache;
    private final ContentLookup lookup;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** A desk that asks {@code lookup} for what {@code cache} does not know. */
    public ContentDesk(ContentCache cache, ContentLookup lookup) {
        this.cache = cache;
        this.lookup = lookup;
    }

    /** Everything asked for, if all of it is remembered. */
    Optional<Map<ContentName, EntryKeys>> remembered(Set<ContentName> names) {
        Map<ContentName, EntryKeys> found = new HashMap<>();
        names.forEach(name -> cache.get(name).ifPresent(keys -> found.put(name, keys)));
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    /** Everything that can be found within the deadline; it blocks, so it is not for the event loop. */
    Map<ContentName, EntryKeys> lookUp(Set<ContentName> names) throws InterruptedException {
        List<ContentName> unknown =
                names.stream().filter(name -> cache.get(name).isEmpty()).toList();
        List<Callable<Void>> tasks = new ArrayList<>();
        unknown.forEach(name -> tasks.add(() -> {
            cache.put(name, lookup.fetch(name));
            return null;
        }));
        List<Future<Void>> outcomes = threads.invokeAll(tasks, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 0; i < outcomes.size(); i++) {
            reportFailure(unknown.get(i), outcomes.get(i));
        }
        Map<ContentName, EntryKeys> found = new HashMap<>();
        names.forEach(name -> cache.get(name).ifPresent(keys -> found.put(name, keys)));
        return found;
    }

    /** An object is being written: what is remembered of it is out of date. */
    void forget(ContentName name) {
        cache.forget(name);
    }

    private static void reportFailure(ContentName name, Future<Void> outcome) throws InterruptedException {
        if (outcome.isCancelled()) {
            LOG.warnf("reading %s took longer than %s", name, DEADLINE);
            return;
        }
        try {
            outcome.get();
        } catch (ExecutionException e) {
            LOG.warnf("reading %s failed: %s", name, e.getCause());
        }
    }
}
