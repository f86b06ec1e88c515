package io.openrouteroperator.page;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ObjectsUnreadableException;
import io.openrouteroperator.listing.ReadableObjects;
import io.openrouteroperator.listing.ServedObjects;

/** Objects as the operator may read them, explained to people who cannot change its rights. */
public final class OperatorObjects {
    /** As small as the scan's, since the heap is: an object has up to 1.5 MiB. */
    private static final int PAGE = 10;

    private static final int FORBIDDEN = 403;

    private OperatorObjects() {}

    /** Objects that this client reads. */
    public static ReadableObjects of(KubernetesClient client) {
        return new ServedObjects(
                client, PAGE, (failure, kind) -> new ObjectsUnreadableException(problem(failure, kind)));
    }

    private static String problem(Exception failure, ObjectKind kind) {
        boolean refused = failure instanceof KubernetesClientException refusal && refusal.getCode() == FORBIDDEN;
        return refused
                ? "The operator may not read %s; see page.enabled of the chart.".formatted(kind.plural())
                : "The API server did not answer a request for %s.".formatted(kind.plural());
    }
}
