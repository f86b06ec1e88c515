package io.openrouteroperator.controlplane;

import java.util.List;

/**
 * Which pieces run beside etcd and kube-apiserver, which always run.
 *
 * @param controllers kube-controller-manager: ServiceAccounts, Deployments, garbage collection, namespace deletion
 * @param scheduler kube-scheduler
 * @param kwok one node on which pods become Running although no container runs
 * @param apiServerArguments further arguments of kube-apiserver
 */
public record ControlPlaneOptions(
        boolean controllers, boolean scheduler, boolean kwok, List<String> apiServerArguments) {

    /** Without further arguments. */
    public ControlPlaneOptions(boolean controllers, boolean scheduler, boolean kwok) {
        this(controllers, scheduler, kwok, List.of());
    }

    /** Everything, as in a cluster. */
    public static ControlPlaneOptions full() {
        return new ControlPlaneOptions(true, true, true);
    }

    /** Only the API, for tests of schemas and permissions that need no controller. */
    public static ControlPlaneOptions apiOnly() {
        return new ControlPlaneOptions(false, false, false);
    }

    /** The same, with arguments of kube-apiserver. */
    public ControlPlaneOptions withApiServerArguments(String... arguments) {
        return new ControlPlaneOptions(controllers, scheduler, kwok, List.of(arguments));
    }
}
