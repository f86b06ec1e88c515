package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.listing.ObjectKind;
import java.util.function.Consumer;

/** The objects of a cluster that run pods. */
public final class WorkloadKinds {
    private WorkloadKinds() {}

    /** Hands over each object that runs pods and was written by somebody: what a controller made is judged where it was written. */
    public static void forEach(ClusterObjects objects, Consumer<JsonNode> consumer) {
        for (ObjectKind kind : ObjectKind.WORKLOADS) {
            objects.forEach(kind, "", object -> {
                if (!isMadeByAnother(object)) {
                    consumer.accept(object);
                }
            });
        }
    }

    private static boolean isMadeByAnother(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            boolean known = ObjectKind.WORKLOADS.stream()
                    .anyMatch(kind -> kind.kind().equals(owner.path("kind").asText()));
            if (owner.path("controller").asBoolean() && known) {
                return true;
            }
        }
        return false;
    }
}
