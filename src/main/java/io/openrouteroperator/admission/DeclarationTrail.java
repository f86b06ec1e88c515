package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.Operation;
import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.audit.Digest;
import io.openrouteroperator.manifest.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit log who changes what the operator goes by: only admission knows the user. Digests are over the spec as compact JSON
 * with sorted names, as {@code kubectl get -o json | jq -cSj .spec} prints it.
 */
final class DeclarationTrail {
    private static final List<String> REQUESTS =
            List.of(RequestAnnotations.ROTATE, RequestAnnotations.REVOKE, RequestAnnotations.ROLLBACK);

    private final AuditLog log;

    DeclarationTrail(AuditLog log) {
        this.log = log;
    }

    /** A request about an object was admitted. */
    void admitted(Review review) {
        if (!review.group().equals(ApiGroup.NAME) || !review.subResource().isEmpty() || review.isBeingDeleted()) {
            return;
        }
        JsonValue before = review.oldObject().path("spec");
        JsonValue after = review.object().path("spec");
        if (review.operation() == Operation.DELETE || !before.sameAs(after)) {
            log.record(event(
                            review,
                            AuditAction.DECLARATION_CHANGED,
                            review.operation().name(),
                            "")
                    .with(Detail.BEFORE, digest(before))
                    .with(Detail.AFTER, digest(after)));
        }
        if (review.kind().equals("OpenRouterPolicy")) {
            attestations(
                    review,
                    before.path("attestations").items(),
                    after.path("attestations").items());
        } else if (review.kind().equals("OpenRouterKey") && review.operation() == Operation.UPDATE) {
            requests(review);
        }
    }

    private void attestations(Review review, List<JsonValue> before, List<JsonValue> after) {
        after.stream()
                .filter(each -> before.stream().noneMatch(each::sameAs))
                .forEach(added -> tell(review, AuditAction.ATTESTATION_ADDED, added));
        before.stream()
                .filter(each -> after.stream().noneMatch(each::sameAs))
                .forEach(removed -> tell(review, AuditAction.ATTESTATION_REMOVED, removed));
    }

    private void tell(Review review, AuditAction action, JsonValue attestation) {
        String message = "%s until %s: %s"
                .formatted(
                        attestation.path("by").asText(),
                        attestation.path("validUntil").asText(),
                        attestation.path("evidence").asText());
        log.record(event(review, action, attestation.path("control").asText(), message));
    }

    private void requests(Review review) {
        for (String name : REQUESTS) {
            JsonValue asked = annotation(review.object(), name);
            if (!asked.asText().isEmpty() && !asked.sameAs(annotation(review.oldObject(), name))) {
                log.record(event(review, AuditAction.ROTATION_REQUESTED, name, "value: " + asked.asText()));
            }
        }
        JsonValue generation = review.object().at("/spec/rotation/generation");
        if (!generation.asText().isEmpty()
                && !generation.sameAs(review.oldObject().at("/spec/rotation/generation"))) {
            log.record(event(
                    review,
                    AuditAction.ROTATION_REQUESTED,
                    "spec.rotation.generation",
                    "value: " + generation.asText()));
        }
    }

    private static AuditEvent event(Review review, AuditAction action, String reason, String message) {
        return new AuditEvent(
                        Actor.user(review.requester().username()), action, ReviewedObject.of(review), reason, message)
                .with(Detail.REQUEST_ID, review.uid());
    }

    private static JsonValue annotation(JsonValue object, String name) {
        return object.path("metadata").path("annotations").path(name);
    }

    private static @Nullable String digest(JsonValue spec) {
        return spec.isObject() ? Digest.of(spec.toTree().toString()) : null;
    }
}
