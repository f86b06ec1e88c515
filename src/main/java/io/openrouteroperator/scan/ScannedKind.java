package io.openrouteroperator.scan;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind that is read, controllers before what they make.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param plural as in paths of the API
 */
record ScannedKind(String apiVersion, String plural, String kind, boolean optional) {
    private static final List<ScannedKind> WORKLOADS = List.of(
            extension("argoproj.io/v1alpha1", "rollouts", "Rollout"),
            extension("serving.knative.dev/v1", "services", "Service"),
            builtIn("apps/v1", "deployments", "Deployment"),
            builtIn("apps/v1", "statefulsets", "StatefulSet"),
            builtIn("apps/v1", "daemonsets", "DaemonSet"),
            builtIn("batch/v1", "cronjobs", "CronJob"),
            builtIn("apps/v1", "replicasets", "ReplicaSet"),
            builtIn("v1", "replicationcontrollers", "ReplicationController"),
            builtIn("batch/v1", "jobs", "Job"),
            builtIn("v1", "podtemplates", "PodTemplate"),
            builtIn("v1", "pods", "Pod"),
            builtIn("v1", "configmaps", "ConfigMap"));
    private static final ScannedKind SECRETS = builtIn("v1", "secrets", "Secret");

    /** Everything that is read; Secrets only where the operator was given the right to list them. */
    static List<ScannedKind> all(boolean secrets) {
        return secrets ? Stream.concat(WORKLOADS.stream(), Stream.of(SECRETS)).toList() : WORKLOADS;
    }

    /** Path of the list within a namespace. */
    String path(String namespace) {
        String root = apiVersion.contains("/") ? "/apis/" : "/api/";
        return root + apiVersion + "/namespaces/" + namespace + "/" + plural;
    }

    private static ScannedKind builtIn(String apiVersion, String plural, String kind) {
        return new ScannedKind(apiVersion, plural, kind, false);
    }

    /** Not every cluster has it. */
    private static ScannedKind extension(String apiVersion, String plural, String kind) {
        return new ScannedKind(apiVersion, plural, kind, true);
    }
}
