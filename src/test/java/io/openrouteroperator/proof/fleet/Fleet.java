package io.openrouteroperator.proof.fleet;

import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.proof.fleet.client.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One fleet from its first key to its last rotation, with everything that happens to it on the way. */
final class Fleet {
    private static final Duration START = Duration.ofMinutes(8);
    private static final Duration SETTLING = Duration.ofSeconds(60);

    private final Installation installation;
    private final FleetPlan plan;
    private final FleetCorner corner;
    private final RotationJournal journal;
    private final Consumer<String> out;

    /** @param out told what happens, in lines */
    Fleet(Installation installation, FleetPlan plan, Consumer<String> out) {
        this.installation = installation;
        this.plan = plan;
        this.out = out;
        this.corner = new FleetCorner(installation, plan);
        this.journal = new RotationJournal(plan.sabotaged() ? this::sabotage : _ -> {});
    }

    /** Plays everything; what it made is left in place. */
    FleetResult run() {
        corner.requestKeys();
        var client = installation.controlPlane().client();
        try (SharedIndexInformer<OpenRouterKey> _ = client.resources(OpenRouterKey.class)
                        .inAnyNamespace()
                        .withLabel(Service.FLEET_LABEL, plan.name())
                        .inform(journal);
                Troublemaker troublemaker = Troublemaker.start(client, plan);
                ClientProcess clients = ClientProcess.start(installation, plan)) {
            start(clients);
            new Conductor(plan, corner, journal).play(new Misfortune(installation, plan, out)::progress);
            installation.openRouter().faults().clear();
            troublemaker.calmDown();
            Waiting.until(SETTLING, () -> clients.snapshot().running() == pods());
            return judge(clients);
        }
    }

    /** Takes away what a run made. */
    void remove() {
        try (Troublemaker troublemaker =
                Troublemaker.start(installation.controlPlane().client(), plan)) {
            troublemaker.calmDown();
            corner.remove();
        }
    }

    private void start(ClientProcess clients) {
        Waiting.until(START, () -> plan.members().stream().allMatch(service -> journal.published(service) > 0));
        out.accept("%d keys are published".formatted(plan.services()));
        corner.startWorkloads();
        if (!Waiting.until(START, () -> clients.snapshot().running() >= pods())) {
            throw new IllegalStateException("of %d pods only %d run"
                    .formatted(pods(), clients.snapshot().running()));
        }
        out.accept("%d pods call".formatted(pods()));
    }

    private int pods() {
        return plan.members().stream().mapToInt(Service::replicas).sum();
    }

    /** What the operator would do if it retired keys without waiting for anybody. */
    private void sabotage(PreviousKey earlier) {
        installation.openRouter().dashboard().setKeyDisabled(earlier.hash(), true);
    }

    private FleetResult judge(ClientProcess clients) {
        Snapshot seen = clients.snapshot();
        List<String> violations = new ArrayList<>(new KeyMaterialSweep(installation).findings(clients.log()));
        List<OpenRouterKey> keys = corner.keys();
        keys.forEach(key -> violations.addAll(atRest(key)));
        for (Service service : plan.members()) {
            if (journal.rotations(service) < plan.rotations()) {
                violations.add("%s (%s, %s, %s) had %d rotations of %d"
                        .formatted(
                                service.name(),
                                service.kind(),
                                service.reader().text(),
                                service.temper(),
                                journal.rotations(service),
                                plan.rotations()));
            }
        }
        if (seen.total().other() > 0) {
            violations.add("%d calls were not answered as they should be"
                    .formatted(seen.total().other()));
        }
        return new FleetResult(
                plan.members(),
                plan.members().stream().collect(Collectors.toMap(Function.identity(), journal::durations)),
                seen,
                violations,
                orphans(keys));
    }

    private static List<String> atRest(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        boolean rests =
                status != null && status.pending() == null && status.previous().isEmpty();
        return rests
                ? List.of()
                : List.of("%s is not at rest: %s"
                        .formatted(key.getMetadata().getName(), status == null ? "no status" : status.rotation()));
    }

    private int orphans(List<OpenRouterKey> keys) {
        Set<String> owned = keys.stream()
                .flatMap(key -> Optional.ofNullable(key.getStatus()).stream())
                .flatMap(status -> Optional.ofNullable(status.current()).stream())
                .map(CurrentKey::hash)
                .collect(Collectors.toSet());
        return (int) installation.openRouter().keys().stream()
                .filter(key -> plan.namespaces().stream()
                        .anyMatch(namespace -> key.name().contains("/" + namespace + "/")))
                .filter(key -> !owned.contains(key.hash()))
                .count();
    }
}
