package io.openrouteroperator.manifest;

import java.util.Map;
import java.util.Optional;

/** Where the objects of each kind that runs pods keep the pod's metadata and spec. */
public final class PodShape {
    private static final String TEMPLATE = "/spec/template";

    /** JSON pointer of the pod or template, by group and kind: a Service of Knative runs pods, one of the core group does not. */
    private static final Map<String, String> POINTERS = Map.ofEntries(
            Map.entry("/Pod", ""),
            Map.entry("/PodTemplate", "/template"),
            Map.entry("/ReplicationController", TEMPLATE),
            Map.entry("apps/Deployment", TEMPLATE),
            Map.entry("apps/StatefulSet", TEMPLATE),
            Map.entry("apps/DaemonSet", TEMPLATE),
            Map.entry("apps/ReplicaSet", TEMPLATE),
            Map.entry("batch/Job", TEMPLATE),
            Map.entry("batch/CronJob", "/spec/jobTemplate/spec/template"),
            Map.entry("argoproj.io/Rollout", TEMPLATE),
            Map.entry("serving.knative.dev/Service", TEMPLATE));

    private PodShape() {}

    /**
     * JSON pointer of the part that is shaped like a pod, or nothing for a kind that runs none.
     *
     * @param group API group, empty for the core group
     */
    public static Optional<String> pointerFor(String group, String kind) {
        return Optional.ofNullable(POINTERS.get(group + "/" + kind));
    }

    /** The group in an {@code apiVersion} such as {@code apps/v1}; empty for the core group. */
    public static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** Whether two objects of a kind run the same pods. */
    public static boolean samePods(String pointer, JsonValue one, JsonValue other) {
        JsonValue left = one.at(pointer);
        JsonValue right = other.at(pointer);
        return left.path("spec").sameAs(right.path("spec"))
                && sameMetadata(left.path("metadata"), right.path("metadata"));
    }

    private static boolean sameMetadata(JsonValue one, JsonValue other) {
        return one.path("labels").sameAs(other.path("labels"))
                && one.path("annotations").sameAs(other.path("annotations"));
    }
}
