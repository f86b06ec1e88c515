package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.ContainerFacts;
import io.openrouteroperator.core.admission.facts.EnvironmentVariable;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.facts.TextField;
import java.util.ArrayList;
import java.util.List;

/** Reads a pod, or the part of another object that is shaped like one. */
public final class PodFactsReader {
    private static final List<String> CONTAINER_LISTS = List.of("initContainers", "containers", "ephemeralContainers");

    private PodFactsReader() {}

    /**
     * The facts.
     *
     * @param pointer JSON pointer of the pod within the object, see {@link PodShape}
     */
    public static PodFacts read(ObjectIdentity identity, JsonValue object, String pointer) {
        JsonValue pod = object.at(pointer);
        String prefix = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ".";
        JsonValue spec = pod.path("spec");
        String account = spec.path("serviceAccountName").asText();
        PodWalk walk = new PodWalk();
        walk.visit(prefix + "spec", spec);
        List<KeyReference> references = List.copyOf(walk.references());
        if (pointer.isEmpty()) {
            // The downward API hands a pod its own name; those of templates name nothing.
            walk.visit("metadata.name", pod.path("metadata").path("name"));
        }
        walk.visit(prefix + "metadata.labels", pod.path("metadata").path("labels"));
        walk.visit(prefix + "metadata.annotations", pod.path("metadata").path("annotations"));
        return new PodFacts(
                identity,
                account.isEmpty() ? "default" : account,
                containers(prefix + "spec", spec),
                references,
                walk.texts());
    }

    private static List<ContainerFacts> containers(String path, JsonValue spec) {
        List<ContainerFacts> containers = new ArrayList<>();
        for (String list : CONTAINER_LISTS) {
            int index = 0;
            for (JsonValue container : spec.path(list).items()) {
                containers.add(container(path + "." + list + "[" + index++ + "]", container));
            }
        }
        return containers;
    }

    private static ContainerFacts container(String path, JsonValue container) {
        List<EnvironmentVariable> environment = new ArrayList<>();
        int index = 0;
        for (JsonValue variable : container.path("env").items()) {
            String value = variable.hasNonNull("valueFrom")
                    ? null
                    : variable.path("value").asText();
            String name = variable.path("name").asText();
            environment.add(new EnvironmentVariable(path + ".env[" + index++ + "]", name, value));
        }
        List<TextField> commandLine = new ArrayList<>();
        for (String list : List.of("command", "args")) {
            int argument = 0;
            for (JsonValue text : container.path(list).items()) {
                commandLine.add(new TextField(path + "." + list + "[" + argument++ + "]", text.asText()));
            }
        }
        return new ContainerFacts(environment, commandLine);
    }
}
