package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.listing.ObjectKind;
import java.io.IOException;
import java.util.function.Consumer;

/** Port: reads the objects of one kind in one namespace. It blocks. */
@FunctionalInterface
interface ObjectSource {
    /**
     * Hands over every object, one at a time; none is kept. A kind that the cluster does not have has no objects.
     *
     * @throws IOException when an answer is no list
     * @throws KubernetesClientException when the list could not be read to its end
     */
    void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) throws IOException;
}
