package io.openrouteroperator.core.admission;

import java.util.Set;

/** Who sent a request, as the API server authenticated them. */
public record Requester(String username) {
    /** The cluster's own controllers that clean up; refusing them would hang namespaces and owners. */
    private static final Set<String> CLEANERS = Set.of(
            "system:serviceaccount:kube-system:generic-garbage-collector",
            "system:serviceaccount:kube-system:namespace-controller");

    /** The user name of a service account. */
    public static Requester serviceAccount(String namespace, String name) {
        return new Requester("system:serviceaccount:" + namespace + ":" + name);
    }

    /** Whether this is the garbage collector or the namespace controller. */
    public boolean isCleaner() {
        return CLEANERS.contains(username);
    }
}
