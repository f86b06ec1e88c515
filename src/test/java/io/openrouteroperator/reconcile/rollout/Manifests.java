package io.openrouteroperator.reconcile.rollout;

/** Services as their developers write them. */
final class Manifests {
    /** The whole Secret as environment. */
    static final String ENV_FROM = "envFrom: [{secretRef: {name: ai}}]";

    private Manifests() {}

    /** A Deployment of some pods that read the Secret by {@code envFrom}. */
    static String deployment(String name, int replicas) {
        return workload("apps/v1", "Deployment", name, "replicas: " + replicas, ENV_FROM, "");
    }

    /**
     * Any workload.
     *
     * @param spec further lines of the spec
     * @param container further lines of the container
     * @param pod further lines of the pod
     */
    static String workload(String apiVersion, String kind, String name, String spec, String container, String pod) {
        return """
                ---
                apiVersion: %s
                kind: %s
                metadata: {name: %s}
                spec:
                %s  selector: {matchLabels: {app: %s}}
                  template:
                    metadata:
                      labels: {app: %s}
                      annotations: {example.org/note: kept}
                %s""".formatted(
                        apiVersion,
                        kind,
                        name,
                        spec.indent(2),
                        name,
                        name,
                        podSpec(container, pod).indent(4));
    }

    /** A pod without a controller of our making; {@code metadata} in flow YAML. */
    static String pod(String metadata) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: %s
                %s
                """.formatted(metadata, podSpec(ENV_FROM, ""));
    }

    private static String podSpec(String container, String pod) {
        return """
                spec:
                %s  tolerations: [{operator: Exists}]
                  containers:
                    - name: app
                      image: registry.invalid/app
                %s""".formatted(pod.indent(2), container.indent(6));
    }
}
