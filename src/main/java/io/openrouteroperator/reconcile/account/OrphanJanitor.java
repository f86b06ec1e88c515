package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.OrphanProof;
import io.openrouteroperator.event.EventRecorder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Deletes keys of this cluster that nobody owns, or tells of them, as the account says. */
final class OrphanJanitor {
    /** With each poll at most, so that a mistake is noticed before it has done all its harm. */
    static final int MOST_PER_POLL = 20;

    private static final Logger LOG = Logger.getLogger(OrphanJanitor.class);

    private final Certainty certainty;
    private final EventRecorder events;
    private final AccountTrail trail;
    private final Clock clock;
    private final Map<String, Set<KeyHash>> suspected = new ConcurrentHashMap<>();
    private final Map<String, Set<KeyHash>> reported = new ConcurrentHashMap<>();

    /** What the API server says itself: a cache may be filling or lag behind, and what it misses must not be deleted for that. */
    interface Certainty {
        /** Those of these keys that neither an object nor a retire queue knows. */
        List<RemoteKey> unowned(List<RemoteKey> keys);
    }

    OrphanJanitor(Certainty certainty, EventRecorder events, AccountTrail trail, Clock clock) {
        this.certainty = certainty;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** Looks after the orphans of a poll that was just made; returns those that are left. */
    List<RemoteKey> tidy(List<RemoteKey> orphans, boolean delete, OpenRouterAccount account, AccountView view) {
        if (!delete) {
            report(orphans, account);
            return orphans;
        }
        List<RemoteKey> harmless = orphans.stream()
                .filter(key -> OrphanProof.isHarmless(key, clock.instant()))
                .limit(MOST_PER_POLL)
                .toList();
        if (!harmless.isEmpty() && view.allowsKeyChange(Urgency.TIDY)) {
            delete(certainty.unowned(harmless), account, view);
        }
        return orphans.stream().filter(key -> !view.isGone(key.hash())).toList();
    }

    private void delete(List<RemoteKey> orphans, OpenRouterAccount account, AccountView view) {
        try {
            for (RemoteKey key : orphans) {
                view.delete(key.hash(), Urgency.TIDY);
                trail.orphanDeleted(account, key);
                events.warning(
                        account,
                        Reason.ORPHAN_DELETED,
                        "no object owns the key '%s' (%s)".formatted(key.name(), key.label()));
            }
        } catch (OpenRouterException trouble) {
            LOG.warnf(
                    "account %s: deleting orphans stopped: %s",
                    account.getMetadata().getName(), trouble.getMessage());
        }
    }

    /** One event for each new orphan, once two polls agree: an object may have gone, with its key, while the first was made. */
    private void report(List<RemoteKey> orphans, OpenRouterAccount account) {
        String name = account.getMetadata().getName();
        Set<KeyHash> all = orphans.stream().map(RemoteKey::hash).collect(Collectors.toUnmodifiableSet());
        Set<KeyHash> before = Objects.requireNonNullElse(suspected.put(name, all), Set.of());
        Set<KeyHash> told = reported.computeIfAbsent(name, _ -> ConcurrentHashMap.newKeySet());
        told.retainAll(all);
        orphans.stream()
                .filter(key -> before.contains(key.hash()) && told.add(key.hash()))
                .forEach(key -> events.warning(account, Reason.ORPHAN_FOUND, describe(key)));
    }

    private static String describe(RemoteKey key) {
        return "no object owns the key '%s' (%s): delete it at OpenRouter, or set spec.orphans to Delete"
                .formatted(key.name(), key.label());
    }
}
