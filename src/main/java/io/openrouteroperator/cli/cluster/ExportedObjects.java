package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.listing.ObjectKind;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Objects that were exported into files, such as by {@code kubectl get openrouter,namespaces -A -o yaml}. */
public final class ExportedObjects implements ClusterObjects {
    private static final String DEFAULT_NAMESPACE = "default";

    private final List<JsonNode> objects;

    /**
     * The objects of a file or directory.
     *
     * @param input what {@code -} stands for
     */
    public ExportedObjects(String path, InputStream input) {
        this.objects = RequiredManifests.read(List.of(path), input).stream()
                .map(Manifest::object)
                .toList();
        if (objects.isEmpty()) {
            throw new ClusterUnreadableException(
                    path + ": it holds no Kubernetes object, so it is no export of a cluster");
        }
    }

    @Override
    public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) {
        of(kind, namespace).forEach(consumer);
    }

    @Override
    public Optional<JsonNode> find(ObjectKind kind, String namespace, String name) {
        return of(kind, namespace)
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findFirst();
    }

    @Override
    public String defaultNamespace() {
        return DEFAULT_NAMESPACE;
    }

    @Override
    public void close() {
        // Files were closed when they were read.
    }

    private Stream<JsonNode> of(ObjectKind kind, String namespace) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind.kind()))
                .filter(object -> object.path("apiVersion").asText().equals(kind.apiVersion()))
                .filter(object -> !kind.namespaced()
                        || namespace.isEmpty()
                        || object.at("/metadata/namespace")
                                .asText(DEFAULT_NAMESPACE)
                                .equals(namespace));
    }
}
