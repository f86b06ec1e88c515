package io.openrouteroperator.admission.review;

import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.manifest.JsonValue;
import java.util.Optional;

/**
 * One admission request.
 *
 * @param group API group of the object, empty for the core group
 * @param kind kind of the object, such as {@code Pod}
 * @param subResource such as {@code ephemeralcontainers}; empty for the object itself
 * @param dryRun nothing will come of it, so nothing may be done about it
 * @param object the object as it will be stored; missing for deletions
 * @param oldObject the object as it is; missing for creations
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
        boolean dryRun,
        JsonValue object,
        JsonValue oldObject) {
    /** Whether the object is on its way out: whoever removes its finalizers, or deletes it again, must not be held up. */
    public boolean isBeingDeleted() {
        JsonValue any = operation == Operation.DELETE ? oldObject : object;
        return any.path("metadata").hasNonNull("deletionTimestamp");
    }

    /** Who made the object and keeps it, as the object says. */
    public Optional<Controller> controller() {
        return object.path("metadata").path("ownerReferences").items().stream()
                .filter(owner -> owner.path("controller").asText().equals("true"))
                .map(owner -> new Controller(
                        owner.path("apiVersion").asText(),
                        owner.path("kind").asText(),
                        owner.path("name").asText(),
                        owner.path("uid").asText()))
                .findFirst();
    }

    @Override
    public String toString() {
        return operation + " " + kind + " " + namespace + "/" + name;
    }
}
