package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ReadableObjects;
import java.util.ArrayList;
import java.util.List;

/** Where a command gets the objects of a cluster from. All methods throw {@link ClusterUnreadableException} when there is no answer. */
public interface ClusterObjects extends ReadableObjects, AutoCloseable {
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
