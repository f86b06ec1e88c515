package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.Operation;
import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.manifest.JsonValue;

/** Names the object of a review for the audit log. */
final class ReviewedObject {
    private ReviewedObject() {}

    /** What is about to get a name is named by the beginning of it. */
    static AuditObject of(Review review) {
        JsonValue object = review.operation() == Operation.DELETE ? review.oldObject() : review.object();
        JsonValue metadata = object.path("metadata");
        String name = review.name().isEmpty() ? metadata.path("generateName").asText() : review.name();
        return new AuditObject(
                review.kind(), review.namespace(), name, metadata.path("uid").asText());
    }
}
