package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.HandledRequests;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.OwnKinds;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.listing.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key as its status tells; what is not known is empty text. */
record KeyView(OpenRouterKey key) {
    /**
     * The keys of a namespace.
     *
     * @param namespace empty for all
     */
    static List<KeyView> list(ClusterObjects objects, String namespace) {
        List<KeyView> keys = new ArrayList<>();
        objects.forEach(ObjectKind.KEY, namespace, object -> keys.add(of(object, objects.defaultNamespace())));
        return keys;
    }

    private static KeyView of(JsonNode object, String namespace) {
        try {
            return new KeyView(OwnKinds.key(object, namespace));
        } catch (IllegalArgumentException e) {
            throw new ClusterUnreadableException(
                    "OpenRouterKey %s does not fit its definition; is the CRD of this version?"
                            .formatted(object.at("/metadata/name").asText()));
        }
    }

    ObjectName name() {
        return new ObjectName(
                key.getMetadata().getNamespace(), key.getMetadata().getName());
    }

    String classification() {
        return key.getSpec().classification();
    }

    boolean ready() {
        return "True".equals(condition(ConditionType.READY).getStatus());
    }

    /** True, False, Unknown, or empty before the operator has looked at it. */
    String readiness() {
        return text(condition(ConditionType.READY).getStatus());
    }

    String reason() {
        return text(condition(ConditionType.READY).getReason());
    }

    String message() {
        return text(condition(ConditionType.READY).getMessage());
    }

    boolean rotating() {
        return "True".equals(condition(ConditionType.ROTATING).getStatus());
    }

    boolean suspended() {
        return key.getSpec().rotation() != null
                && Boolean.TRUE.equals(key.getSpec().rotation().suspend());
    }

    String serial() {
        return current().map(current -> String.valueOf(current.serial())).orElse("");
    }

    String expires() {
        return current().map(current -> text(current.expiresAt())).orElse("");
    }

    String nextRotation() {
        return status().map(status -> text(status.nextRotationTime())).orElse("");
    }

    /** Where the rotation stands, in the operator's words. */
    String rotation() {
        return status().map(status -> text(status.rotation())).orElse("");
    }

    String spent() {
        return status().map(OpenRouterKeyStatus::usage)
                .map(usage -> text(usage.monthly()))
                .orElse("");
    }

    /** Whether its owner asked for another key, and has none yet. */
    boolean asked() {
        Map<String, String> annotations =
                Objects.requireNonNullElse(key.getMetadata().getAnnotations(), Map.of());
        Optional<HandledRequests> handled = status().map(OpenRouterKeyStatus::handled);
        return isNew(annotations.get(RequestAnnotations.ROTATE), handled.map(HandledRequests::rotate))
                || isNew(annotations.get(RequestAnnotations.REVOKE), handled.map(HandledRequests::revoke));
    }

    private static boolean isNew(@Nullable String asked, Optional<String> handled) {
        return asked != null && !handled.equals(Optional.of(asked));
    }

    private Optional<OpenRouterKeyStatus> status() {
        return Optional.ofNullable(key.getStatus());
    }

    private Optional<CurrentKey> current() {
        return status().map(OpenRouterKeyStatus::current);
    }

    private Condition condition(ConditionType type) {
        return Conditions.find(status().map(OpenRouterKeyStatus::conditions).orElse(List.of()), type);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
