package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.rotation.RetireQueue;
import io.openrouteroperator.core.rotation.Retirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Takes the keys of deleted objects for their accounts to retire later. Where a whole namespace goes at once, one write takes the
 * keys of all objects that wait for it: the list may be long, and writing it per object would fill etcd.
 */
public final class RetireDesk {
    /** What became of a hand-over. */
    public enum Outcome {
        /** It is durable; the object may go. */
        TAKEN,
        /** The account's queue is full; the object has to wait. */
        FULL,
        /** There is no account of this name; nobody will ever retire the keys. */
        NO_ACCOUNT
    }

    private static final class Request {
        private final List<Retirement> retirements;
        private @Nullable Outcome outcome;

        private Request(List<Retirement> retirements) {
            this.retirements = retirements;
        }
    }

    private final AccountStatusStore statuses;
    private final Map<String, Queue<Request>> waiting = new ConcurrentHashMap<>();

    public RetireDesk(AccountStatusStore statuses) {
        this.statuses = statuses;
    }

    /** Hands keys over; when this returns it is in the account's status, or was refused. */
    public Outcome handOver(String account, List<Retirement> retirements) {
        Queue<Request> line = waiting.computeIfAbsent(account, _ -> new ConcurrentLinkedQueue<>());
        Request mine = new Request(retirements);
        line.add(mine);
        synchronized (line) {
            try {
                if (mine.outcome == null) {
                    serve(account, List.copyOf(line));
                }
                return Objects.requireNonNull(mine.outcome);
            } finally {
                line.remove(mine);
            }
        }
    }

    /** One write for all who wait; when it fails, each of the others tries for itself. */
    private void serve(String account, List<Request> all) {
        List<Outcome> outcomes = new ArrayList<>();
        boolean found = statuses.change(account, object -> {
            outcomes.clear();
            RetireQueue queue = RetireQueueMapper.read(object);
            for (Request request : all) {
                Optional<RetireQueue> longer = queue.with(request.retirements);
                outcomes.add(longer.isPresent() ? Outcome.TAKEN : Outcome.FULL);
                queue = longer.orElse(queue);
            }
            return AccountStatusFactory.retiring(object, queue);
        });
        for (int i = 0; i < all.size(); i++) {
            all.get(i).outcome = found ? outcomes.get(i) : Outcome.NO_ACCOUNT;
        }
    }
}
