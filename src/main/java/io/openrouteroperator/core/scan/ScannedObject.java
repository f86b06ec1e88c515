package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.facts.ObjectFacts;
import org.jspecify.annotations.Nullable;

/**
 * One existing object.
 *
 * @param controllerUid UID of the object that made it and keeps it, or null
 * @param idle an earlier revision that its controller keeps without pods; it counts as a link to its controller only
 */
public record ScannedObject(
        ObjectFacts facts,
        String apiVersion,
        String uid,
        @Nullable String controllerUid,
        boolean idle) {}
