package io.openrouteroperator.leak;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.background.Errands;
import io.openrouteroperator.background.Lately;
import io.openrouteroperator.core.admission.ExposedKey;
import io.openrouteroperator.core.admission.ExposureListener;
import io.openrouteroperator.core.admission.ForeignKey;
import io.openrouteroperator.core.admission.LeakedKey;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.GovernanceCache;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * Answers leaks one at a time, beside the requests that found them. Where the policy says Revoke it sets the same annotation that
 * people use, with a value made of the key's hash: setting it twice asks once, and a key that was replaced meanwhile is let be.
 */
public final class LeakResponder implements ExposureListener, AutoCloseable {
    static final String METRIC = "openrouter.leaks";

    private static final Logger LOG = Logger.getLogger(LeakResponder.class);
    private static final int HASH_PREFIX = 12;

    private final KubernetesClient client;
    private final GovernanceCache governance;
    private final EventRecorder events;
    private final AuditLog audit;
    private final MeterRegistry registry;
    private final ForeignKeyDesk foreigners;
    private final Lately<Place> lately;
    private final Errands errands = new Errands("leaks");

    private record Place(LeakedKey leak, String where) {}

    /** A responder that looks policies up in {@code governance} and keys in the cluster, and hands keys of nobody to {@code foreigners}. */
    public LeakResponder(
            KubernetesClient client,
            GovernanceCache governance,
            EventRecorder events,
            AuditLog audit,
            MeterRegistry registry,
            ForeignKeyDesk foreigners,
            Clock clock) {
        this.client = client;
        this.governance = governance;
        this.events = events;
        this.audit = audit;
        this.registry = registry;
        this.foreigners = foreigners;
        this.lately = new Lately<>(clock);
    }

    @Override
    public void found(ExposedKey exposed, String where) {
        switch (exposed) {
            case LeakedKey leak -> found(leak, where);
            case ForeignKey foreign -> foreigners.found(foreign, where);
        }
    }

    private void found(LeakedKey leak, String where) {
        Place place = new Place(leak, where);
        if (!lately.isNew(place)) {
            return;
        }
        if (!errands.accept(() -> answer(place))) {
            lately.forget(place);
            LOG.warnf(
                    "the key of OpenRouterKey %s was found at %s; too many leaks to answer at once", leak.key(), where);
        }
    }

    @Override
    public void close() {
        errands.close();
        foreigners.close();
    }

    private void answer(Place place) {
        LeakedKey leak = place.leak();
        try {
            Resource<OpenRouterKey> resource = client.resources(OpenRouterKey.class)
                    .inNamespace(leak.key().namespace())
                    .withName(leak.key().name());
            OpenRouterKey key = resource.get();
            if (key != null) {
                answer(leak, place.where(), key, resource);
            }
        } catch (KubernetesClientException e) {
            lately.forget(place);
            LOG.warnf("the leak of OpenRouterKey %s was not answered: %s", leak.key(), e.getMessage());
        }
    }

    private void answer(LeakedKey leak, String where, OpenRouterKey key, Resource<OpenRouterKey> resource) {
        boolean revoked =
                isCurrent(leak, key) && governance.revokesLeakedKeys(leak.key().namespace());
        if (revoked) {
            revoke(leak, resource);
        }
        registry.counter(METRIC, "response", revoked ? "revoked" : "reported").increment();
        String response = revoked
                ? "it is replaced, and stops working without an overlap (onLeak: Revoke)"
                : "kubectl annotate openrouterkey -n %s %s %s=leaked --overwrite replaces it (onLeak: Report)"
                        .formatted(leak.key().namespace(), leak.key().name(), RequestAnnotations.REVOKE);
        events.warning(
                key,
                Reason.KEY_LEAKED,
                "the key was found outside of its Secret, at %s: %s".formatted(where, response));
        audit.record(event(leak, key, "it was found at %s: %s".formatted(where, response)));
        LOG.warnf("the key of OpenRouterKey %s was found at %s: %s", leak.key(), where, response);
    }

    private static AuditEvent event(LeakedKey leak, OpenRouterKey key, String message) {
        var metadata = key.getMetadata();
        AuditObject object =
                new AuditObject(key.getKind(), metadata.getNamespace(), metadata.getName(), metadata.getUid());
        return new AuditEvent(
                        Actor.controller("leak"), AuditAction.KEY_LEAKED, object, Reason.KEY_LEAKED.text(), message)
                .with(Detail.KEY_HASH, leak.hash().value());
    }

    private static boolean isCurrent(LeakedKey leak, OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        return status != null
                && status.current() != null
                && status.current().hash().equals(leak.hash().value());
    }

    private static void revoke(LeakedKey leak, Resource<OpenRouterKey> resource) {
        String value = "leak-" + leak.hash().value().substring(0, HASH_PREFIX);
        resource.patch(PatchContext.of(PatchType.JSON_MERGE), """
                {"metadata": {"annotations": {"%s": "%s"}}}""".formatted(RequestAnnotations.REVOKE, value));
    }
}
