package io.openrouteroperator.reconcile.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.openrouteroperator.core.rollout.Hold;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.Workload;
import io.openrouteroperator.core.rollout.WorkloadRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads an object that has a pod template, of whichever kind. */
final class WorkloadReader {
    /** A workload and what else is needed to judge it. */
    record Found(
            Workload workload, boolean readsKey, @Nullable OwnerReference foreignOwner) {}

    private final KubernetesSerialization serialization;
    private final KeySelection key;
    private final Refusals refusals;

    WorkloadReader(KubernetesSerialization serialization, KeySelection key, Refusals refusals) {
        this.serialization = serialization;
        this.key = key;
        this.refusals = refusals;
    }

    /** The object as a consumer; nothing when it has no template of its own. */
    Optional<Found> read(GenericKubernetesResource object, RollableKind kind) {
        JsonNode spec = part(object, "spec");
        if (!spec.path("template").path("spec").isObject()) {
            return Optional.empty();
        }
        JsonNode status = part(object, "status");
        PodTemplateSpec template = serialization.convertValue(spec.path("template"), PodTemplateSpec.class);
        List<KeyReader> readers = KeyReader.in(template.getSpec(), key);
        String choice = choice(object.getMetadata(), template.getMetadata());
        Hold hold = refusals.has(object.getMetadata().getUid()) ? Hold.REFUSED : hold(spec, status);
        Workload workload = new Workload(
                ref(object, kind),
                readers.stream().anyMatch(KeyReader::readsAtStart),
                annotation(template.getMetadata(), RolloutAnnotation.name(key.secretName())),
                RolloutAnnotation.NEVER.equals(choice) ? Hold.OPTED_OUT : hold,
                spec.at("/updateStrategy/rollingUpdate/partition").asInt(0),
                isFailing(status));
        return Optional.of(new Found(
                workload,
                !readers.isEmpty(),
                RolloutAnnotation.ALWAYS.equals(choice) ? null : controller(object.getMetadata())));
    }

    private JsonNode part(GenericKubernetesResource object, String name) {
        return serialization.convertValue(
                object.getAdditionalProperties().getOrDefault(name, Map.of()), JsonNode.class);
    }

    /** The owner that made an object and keeps it, null for none. */
    static @Nullable OwnerReference controller(ObjectMeta metadata) {
        return metadata.getOwnerReferences().stream()
                .filter(owner -> Boolean.TRUE.equals(owner.getController()))
                .findFirst()
                .orElse(null);
    }

    static @Nullable String annotation(@Nullable ObjectMeta metadata, String name) {
        return metadata == null || metadata.getAnnotations() == null
                ? null
                : metadata.getAnnotations().get(name);
    }

    private static WorkloadRef ref(GenericKubernetesResource object, RollableKind kind) {
        ObjectMeta metadata = object.getMetadata();
        return new WorkloadRef(
                kind.apiVersion(), kind.kind(), metadata.getNamespace(), metadata.getName(), metadata.getUid());
    }

    /** Charts often offer annotations of pods only, so the template's count as well. */
    private static @Nullable String choice(ObjectMeta workload, @Nullable ObjectMeta template) {
        String own = annotation(workload, RolloutAnnotation.CHOICE);
        return own != null ? own : annotation(template, RolloutAnnotation.CHOICE);
    }

    private static Hold hold(JsonNode spec, JsonNode status) {
        if (status.path("abort").asBoolean()) {
            return Hold.ABORTED;
        }
        if (spec.path("paused").asBoolean() || !status.path("pauseConditions").isEmpty()) {
            return Hold.PAUSED;
        }
        JsonNode strategy = spec.path("updateStrategy");
        if (strategy.path("type").asText().equals("OnDelete")) {
            return Hold.ON_DELETE;
        }
        return strategy.at("/rollingUpdate/partition").asInt(0) > 0 ? Hold.PARTITIONED : Hold.NONE;
    }

    /** A Deployment says it by a condition, an Argo Rollout by its phase. */
    private static boolean isFailing(JsonNode status) {
        return status.path("phase").asText().equals("Degraded")
                || StreamSupport.stream(status.path("conditions").spliterator(), false)
                        .anyMatch(condition -> condition.path("type").asText().equals("Progressing")
                                && condition.path("status").asText().equals("False"));
    }
}
