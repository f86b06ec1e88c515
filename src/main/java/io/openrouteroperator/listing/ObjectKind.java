package io.openrouteroperator.listing;

import io.openrouteroperator.api.v1alpha1.ApiGroup;
import java.util.List;

/**
 * A kind of object, as it is asked for.
 *
 * @param group API group, empty for the core group
 * @param plural its name in addresses
 */
public record ObjectKind(String group, String version, String kind, String plural, boolean namespaced) {
    public static final ObjectKind POLICY = own("OpenRouterPolicy", "openrouterpolicies", false);
    public static final ObjectKind ACCOUNT = own("OpenRouterAccount", "openrouteraccounts", false);
    public static final ObjectKind KEY = own("OpenRouterKey", "openrouterkeys", true);
    public static final ObjectKind NAMESPACE = new ObjectKind("", "v1", "Namespace", "namespaces", false);
    public static final ObjectKind SECRET = new ObjectKind("", "v1", "Secret", "secrets", true);
    public static final ObjectKind CONFIG_MAP = new ObjectKind("", "v1", "ConfigMap", "configmaps", true);
    public static final ObjectKind POD = new ObjectKind("", "v1", "Pod", "pods", true);

    public static final ObjectKind LEASE = new ObjectKind("coordination.k8s.io", "v1", "Lease", "leases", true);
    public static final ObjectKind WEBHOOK_CONFIGURATION = new ObjectKind(
            "admissionregistration.k8s.io",
            "v1",
            "ValidatingWebhookConfiguration",
            "validatingwebhookconfigurations",
            false);

    /** What runs pods, the controllers before the pods that they make. */
    public static final List<ObjectKind> WORKLOADS = List.of(
            new ObjectKind("argoproj.io", "v1alpha1", "Rollout", "rollouts", true),
            new ObjectKind("serving.knative.dev", "v1", "Service", "services", true),
            new ObjectKind("apps", "v1", "Deployment", "deployments", true),
            new ObjectKind("apps", "v1", "StatefulSet", "statefulsets", true),
            new ObjectKind("apps", "v1", "DaemonSet", "daemonsets", true),
            new ObjectKind("batch", "v1", "CronJob", "cronjobs", true),
            new ObjectKind("apps", "v1", "ReplicaSet", "replicasets", true),
            new ObjectKind("", "v1", "ReplicationController", "replicationcontrollers", true),
            new ObjectKind("batch", "v1", "Job", "jobs", true),
            new ObjectKind("", "v1", "PodTemplate", "podtemplates", true),
            POD);

    private static ObjectKind own(String kind, String plural, boolean namespaced) {
        return new ObjectKind(ApiGroup.NAME, ApiGroup.VERSION, kind, plural, namespaced);
    }

    /** Group and version, as objects name them. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Whether every cluster has it; the groups of extensions are names of domains. */
    public boolean isBuiltIn() {
        return !group.contains(".");
    }

    /** The address of all objects of a namespace, or of the cluster when it is empty. */
    public String address(String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + apiVersion();
        return root + (namespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "") + "/" + plural;
    }
}
