package io.openrouteroperator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Where the objects of each kind that runs pods keep the pod's metadata and spec. */
public final class PodShape {
    private static final String TEMPLATE = "/spec/template";

    /** JSON pointer of the pod or template, by kind. */
    private static final Map<String, String> POINTERS = Map.of(
            "Pod", "",
            "PodTemplate", "/template",
            "Deployment", TEMPLATE,
            "StatefulSet", TEMPLATE,
            "DaemonSet", TEMPLATE,
            "ReplicaSet", TEMPLATE,
            "ReplicationController", TEMPLATE,
            "Job", TEMPLATE,
            "CronJob", "/spec/jobTemplate/spec/template");

    private PodShape() {}

    /** JSON pointer of the part that is shaped like a pod, or nothing for a kind that runs none. */
    public static Optional<String> pointerFor(String kind) {
        return Optional.ofNullable(POINTERS.get(kind));
    }

    /** Whether two objects of a kind run the same pods. */
    public static boolean samePods(String pointer, JsonNode one, JsonNode other) {
        JsonNode left = one.at(pointer);
        JsonNode right = other.at(pointer);
        return left.path("spec").equals(right.path("spec"))
                && left.path("metadata")
                        .path("labels")
                        .equals(right.path("metadata").path("labels"))
                && left.path("metadata")
                        .path("annotations")
                        .equals(right.path("metadata").path("annotations"));
    }
}
