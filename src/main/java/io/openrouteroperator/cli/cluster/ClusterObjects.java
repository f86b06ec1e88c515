package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.listing.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a command gets the objects of a cluster from. All methods throw {@link ClusterUnreadableException} when there is no answer. */
public interface ClusterObjects extends AutoCloseable {
    /**
     * Hands over the objects of a kind one by one, so that a large cluster need not fit into memory; none for a kind that the cluster
     * does not know.
     *
     * @param namespace empty for all namespaces
     */
    void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer);

    /** One object. */
    Optional<JsonNode> find(ObjectKind kind, String namespace, String name);

    /** The namespace of commands that name none. */
    String defaultNamespace();

    /** All objects of a kind that has few. */
    default List<JsonNode> all(ObjectKind kind) {
        List<JsonNode> objects = new ArrayList<>();
        forEach(kind, "", objects::add);
        return objects;
    }

    @Override
    void close();
}
