package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Arrays;
import java.util.Optional;

/** Kinds that replace their pods when their template at {@code spec.template} changes. */
enum RollableKind {
    DEPLOYMENT("apps", "v1", "Deployment", "deployments"),
    STATEFUL_SET("apps", "v1", "StatefulSet", "statefulsets"),
    DAEMON_SET("apps", "v1", "DaemonSet", "daemonsets"),
    /** Of Argo Rollouts; most clusters do not have it. */
    ARGO_ROLLOUT("argoproj.io", "v1alpha1", "Rollout", "rollouts");

    private final String group;
    private final String version;
    private final String kind;
    private final String plural;

    RollableKind(String group, String version, String kind, String plural) {
        this.group = group;
        this.version = version;
        this.kind = kind;
        this.plural = plural;
    }

    /** The kind that an object says it is of, in whatever version. */
    static Optional<RollableKind> of(String apiVersion, String kind) {
        return Arrays.stream(values())
                .filter(known -> known.kind.equals(kind) && apiVersion.startsWith(known.group + "/"))
                .findFirst();
    }

    /** Where the API server has its objects. */
    ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }

    String apiVersion() {
        return group + "/" + version;
    }

    String kind() {
        return kind;
    }
}
