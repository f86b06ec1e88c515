package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.client.CustomResource;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.util.Objects;

/**
 * Writes a status, and only one that says something new. The write carries the resource version that was read, so that whoever
 * decided on an old object is refused and decides again.
 */
public final class StatusWriter {
    private StatusWriter() {}

    /**
     * Writes the status if it differs, and returns the object as it is now.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException with code 409 when someone else wrote meanwhile
     */
    public static <S, T, R extends CustomResource<S, T>> R write(R resource, T status, Context<R> context) {
        if (Objects.equals(status, resource.getStatus())) {
            return resource;
        }
        resource.setStatus(status);
        return context.resourceOperations().updatePrimaryStatus(resource);
    }
}
