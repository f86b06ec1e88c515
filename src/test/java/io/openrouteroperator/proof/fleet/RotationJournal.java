package io.openrouteroperator.proof.fleet;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Follows the statuses of all keys of a fleet: how far each is, and how long each rotation took. Safe for use by many threads. */
final class RotationJournal implements ResourceEventHandler<OpenRouterKey> {
    /** One service. */
    private static final class Page {
        private int published;
        private int lastSerial;
        private final Map<Integer, Instant> leaving = new HashMap<>();
        private final List<Duration> rotations = new ArrayList<>();
    }

    private final Map<String, Page> pages = new HashMap<>();
    private final Consumer<PreviousKey> superseded;

    /** @param superseded told of each earlier key once or more often */
    RotationJournal(Consumer<PreviousKey> superseded) {
        this.superseded = superseded;
    }

    /** How many keys the service got so far. */
    synchronized int published(Service service) {
        return page(service.name()).published;
    }

    /** How many of its keys were replaced, retired and deleted. */
    synchronized int rotations(Service service) {
        return page(service.name()).rotations.size();
    }

    /** From intent until the earlier key was gone. */
    synchronized List<Duration> durations(Service service) {
        return List.copyOf(page(service.name()).rotations);
    }

    @Override
    public void onAdd(OpenRouterKey key) {
        read(key);
    }

    @Override
    public void onUpdate(OpenRouterKey before, OpenRouterKey key) {
        read(key);
    }

    @Override
    public void onDelete(OpenRouterKey key, boolean finalStateUnknown) {}

    private void read(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        if (status != null && status.current() != null) {
            status.previous().forEach(superseded);
            write(key.getMetadata().getName(), status, status.current());
        }
    }

    private synchronized void write(String service, OpenRouterKeyStatus status, CurrentKey current) {
        Page page = page(service);
        if (current.serial() > page.lastSerial) {
            page.lastSerial = current.serial();
            page.published++;
        }
        PendingKey pending = status.pending();
        if (pending != null) {
            page.leaving.putIfAbsent(current.serial(), Instant.parse(pending.startedAt()));
        }
        Map<Integer, PreviousKey> left =
                status.previous().stream().collect(Collectors.toMap(PreviousKey::serial, previous -> previous));
        left.forEach((serial, previous) -> page.leaving.putIfAbsent(serial, Instant.parse(previous.supersededAt())));
        page.leaving.entrySet().removeIf(leaving -> {
            boolean gone = leaving.getKey() < current.serial() && !left.containsKey(leaving.getKey());
            if (gone) {
                page.rotations.add(Duration.between(leaving.getValue(), Instant.now()));
            }
            return gone;
        });
    }

    private Page page(String service) {
        return pages.computeIfAbsent(service, _ -> new Page());
    }
}
