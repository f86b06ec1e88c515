package io.openrouteroperator.admission;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.admission.review.Controller;
import io.openrouteroperator.background.Errands;
import io.openrouteroperator.background.Lately;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.event.EventRecorder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes an event on the workload that people look at when its pods are refused: Kubernetes itself tells only the ReplicaSet or Job
 * in between. One at a time and the same one once an hour; when too many wait, some are left out, since the refusals say it too.
 */
public final class RefusalEvents implements RefusalListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RefusalEvents.class);

    private final KubernetesClient client;
    private final EventRecorder events;
    private final RulePages pages;
    private final Lately<Refusal> lately;
    private final Errands errands = new Errands("refusal-events");

    private record Refusal(String namespace, Controller controller, String note) {}

    /** Events by {@code events} about workloads that {@code client} looks up by name. */
    public RefusalEvents(KubernetesClient client, EventRecorder events, RulePages pages, Clock clock) {
        this.client = client;
        this.events = events;
        this.pages = pages;
        this.lately = new Lately<>(clock);
    }

    @Override
    public void refused(String namespace, Controller controller, Deny deny) {
        Refusal refusal = new Refusal(namespace, controller, note(deny.violations()));
        boolean nameIsKey = !KeyRecogniser.masked(controller.name()).equals(controller.name());
        if (!nameIsKey && lately.isNew(refusal) && !errands.accept(() -> write(refusal))) {
            lately.forget(refusal);
        }
    }

    @Override
    public void close() {
        errands.close();
    }

    private String note(List<Violation> violations) {
        Violation worst = violations.getFirst();
        String more = violations.size() == 1 ? "" : " (and %d more)".formatted(violations.size() - 1);
        return "its pods are refused: %s at %s%s. %s %s"
                .formatted(worst.rule().id(), worst.path(), more, worst.what(), pages.pointer(violations));
    }

    private void write(Refusal refusal) {
        try {
            HasMetadata workload = object(refusal.namespace(), top(refusal.namespace(), refusal.controller()));
            events.warning(workload, Reason.PODS_REFUSED, refusal.note());
        } catch (KubernetesClientException e) {
            lately.forget(refusal);
            LOG.warnf("who controls %s was not told of a refusal: %s", refusal.controller(), e.getMessage());
        }
    }

    /** A ReplicaSet's Deployment or Rollout, a Job's CronJob; every other controller is what people look at. */
    private Controller top(String namespace, Controller controller) {
        HasMetadata between = switch (controller.kind()) {
            case "ReplicaSet" ->
                client.apps()
                        .replicaSets()
                        .inNamespace(namespace)
                        .withName(controller.name())
                        .get();
            case "Job" ->
                client.batch()
                        .v1()
                        .jobs()
                        .inNamespace(namespace)
                        .withName(controller.name())
                        .get();
            default -> null;
        };
        return Optional.ofNullable(between).flatMap(RefusalEvents::controllerOf).orElse(controller);
    }

    private static Optional<Controller> controllerOf(HasMetadata object) {
        return object.getMetadata().getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .map((OwnerReference owner) ->
                        new Controller(owner.getApiVersion(), owner.getKind(), owner.getName(), owner.getUid()))
                .findFirst();
    }

    private static HasMetadata object(String namespace, Controller controller) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setApiVersion(controller.apiVersion());
        object.setKind(controller.kind());
        object.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(controller.name())
                .withUid(controller.uid())
                .build());
        return object;
    }
}
