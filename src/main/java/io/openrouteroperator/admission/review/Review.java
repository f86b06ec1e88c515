package io.openrouteroperator.admission.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.Requester;

/**
 * One admission request.
 *
 * @param group API group of the object, empty for the core group
 * @param kind kind of the object, such as {@code Pod}
 * @param subResource such as {@code ephemeralcontainers}; empty for the object itself
 * @param object the object as it will be stored; a missing node for deletions
 * @param oldObject the object as it is; a missing node for creations
 */
public record Review(
        String uid,
        String group,
        String kind,
        String subResource,
        Operation operation,
        String namespace,
        String name,
        Requester requester,
        JsonNode object,
        JsonNode oldObject) {
    /** Whether the object is on its way out: whoever removes its finalizers must not be held up. */
    public boolean isBeingDeleted() {
        return object.path("metadata").hasNonNull("deletionTimestamp");
    }

    @Override
    public String toString() {
        return operation + " " + kind + " " + namespace + "/" + name;
    }
}
