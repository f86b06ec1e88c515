package io.openrouteroperator.controlplane;

/**
 * Which pieces run beside etcd and kube-apiserver, which always run.
 *
 * @param controllers kube-controller-manager: ServiceAccounts, Deployments, garbage collection, namespace deletion
 * @param scheduler kube-scheduler
 * @param kwok one node on which pods become Running although no container runs
 */
public record ControlPlaneOptions(boolean controllers, boolean scheduler, boolean kwok) {

    /** Everything, as in a cluster. */
    public static ControlPlaneOptions full() {
        return new ControlPlaneOptions(true, true, true);
    }

    /** Only the API, for tests of schemas and permissions that need no controller. */
    public static ControlPlaneOptions apiOnly() {
        return new ControlPlaneOptions(false, false, false);
    }
}
