package io.openrouteroperator.listing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;

/** Where objects of a cluster come from. All methods throw {@link ObjectsUnreadableException} when there is no answer. */
public interface ReadableObjects {
    /**
     * Hands over the objects of a kind one by one, so that a large cluster need not fit into memory; none for a kind that the cluster
     * does not know.
     *
     * @param namespace empty for all namespaces
     */
    void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer);

    /** One object. */
    Optional<JsonNode> find(ObjectKind kind, String namespace, String name);
}
