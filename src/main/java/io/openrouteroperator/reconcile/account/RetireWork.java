package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.DeletionProtocol;
import io.openrouteroperator.core.rotation.KeyDecision;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import io.openrouteroperator.core.rotation.RetireQueue;
import io.openrouteroperator.core.rotation.Retirement;
import io.openrouteroperator.event.EventRecorder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Retires the keys of objects that are gone, some with each poll. A key already gone is a success. */
final class RetireWork {
    /** With each poll at most: its changes delay whatever else the account is asked for. */
    static final int MOST_PER_POLL = 50;

    /** A creation whose answer was lost may take that long to show; before, finding nothing proves nothing. */
    private static final Duration LOST_KEY_SHOWS_WITHIN = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(RetireWork.class);

    private final EventRecorder events;
    private final AccountTrail trail;
    private final Clock clock;

    RetireWork(EventRecorder events, AccountTrail trail, Clock clock) {
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /** Does as much as there is a ration for, and returns what is settled. */
    List<Retirement> workOff(RetireQueue queue, KeyCensus.Owners owners, OpenRouterAccount account, AccountView view) {
        List<Retirement> done = new ArrayList<>();
        try {
            List<RemoteKey> candidates = candidates(queue, view);
            for (Retirement entry : queue.entries()) {
                if (done.size() == MOST_PER_POLL || !view.allowsKeyChange(Urgency.RETIRE_OVERDUE)) {
                    break;
                }
                if (isSettled(entry, candidates, owners, account, view)) {
                    done.add(entry);
                }
            }
        } catch (OpenRouterException trouble) {
            LOG.warnf(
                    "account %s: retiring keys stopped: %s",
                    account.getMetadata().getName(), trouble.getMessage());
        }
        return done;
    }

    /** Lost creations are looked for by name in a list that two passes agree on; known keys need no list. */
    private static List<RemoteKey> candidates(RetireQueue queue, AccountView view) {
        return queue.entries().stream().noneMatch(Retirement.Lost.class::isInstance)
                ? List.of()
                : view.poll()
                        .workspaceIds()
                        .flatMap(workspace -> view.connection().scanKeys(workspace).stream())
                        .filter(queue::holds)
                        .toList();
    }

    private boolean isSettled(
            Retirement entry,
            List<RemoteKey> candidates,
            KeyCensus.Owners owners,
            OpenRouterAccount account,
            AccountView view) {
        List<RemoteKey> keys = switch (entry) {
            case Retirement.Known known ->
                view.presence(known.hash()) instanceof Present found ? List.of(found.key()) : List.of();
            case Retirement.Lost lost -> candidates.stream().filter(lost::means).toList();
        };
        for (RemoteKey key : keys) {
            if (!owners.remembered().contains(key.hash()) && !settle(key, entry, account, view)) {
                return false;
            }
        }
        return !keys.isEmpty()
                || entry instanceof Retirement.Known
                || clock.instant().isAfter(entry.since().plus(LOST_KEY_SHOWS_WITHIN));
    }

    /** False when OpenRouter refuses this key's change; the next key may fare better. */
    private boolean settle(RemoteKey key, Retirement entry, OpenRouterAccount account, AccountView view) {
        try {
            Optional<KeyDecision> next = DeletionProtocol.settle(key, entry.fate());
            boolean changes = next.isPresent();
            while (next.isPresent()) {
                carryOut(next.get(), view);
                next = view.presence(key.hash()) instanceof Present found
                        ? DeletionProtocol.settle(found.key(), entry.fate())
                        : Optional.empty();
            }
            if (changes) {
                trail.retired(account, key, entry);
            }
        } catch (OpenRouterException refused) {
            if (refused.failure() instanceof Failure.Rejected || refused.failure() instanceof Failure.Forbidden) {
                events.warning(account, Reason.REQUEST_REFUSED, refused.getMessage());
                return false;
            }
            throw refused;
        }
        events.normal(
                account,
                Reason.RETIRING,
                "key %s of %s, whose object is gone, was %s"
                        .formatted(key.label(), entry.owner(), entry.fate().word()));
        return true;
    }

    private static void carryOut(KeyDecision decision, AccountView view) {
        switch (decision) {
            case KeyDecision.Delete delete -> view.delete(delete.hash(), Urgency.RETIRE_OVERDUE);
            case KeyDecision.Change change -> view.change(change.hash(), change.change(), Urgency.RETIRE_OVERDUE);
            default -> throw new IllegalStateException("a key that outlived its object is deleted or changed");
        }
    }
}
