package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.ContainerFacts;
import io.openrouteroperator.core.admission.facts.EnvironmentVariable;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.facts.TextField;
import io.openrouteroperator.core.admission.facts.VariableExpansion;
import java.util.ArrayList;
import java.util.List;

/** Reads a pod, or the part of another object that is shaped like one. */
public final class PodFactsReader {
    private static final List<String> CONTAINER_LISTS = List.of("initContainers", "containers", "ephemeralContainers");

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");

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
                containers(FieldPath.of(prefix + "spec"), spec, new DownwardFields(pod)),
                references,
                walk.texts());
    }

    private static List<ContainerFacts> containers(FieldPath path, JsonValue spec, DownwardFields fields) {
        List<ContainerFacts> containers = new ArrayList<>();
        for (String list : CONTAINER_LISTS) {
            int index = 0;
            for (JsonValue container : spec.path(list).items()) {
                containers.add(container(path.field(list).item(index++), container, fields));
            }
        }
        return containers;
    }

    private static ContainerFacts container(FieldPath path, JsonValue container, DownwardFields fields) {
        List<EnvironmentVariable> environment = new ArrayList<>();
        int index = 0;
        for (JsonValue variable : container.path("env").items()) {
            String value = variable.hasNonNull("valueFrom")
                    ? null
                    : variable.path("value").asText();
            String name = variable.path("name").asText();
            String taken = fields.valueOf(variable.path("valueFrom"));
            String at = path.field("env").item(index++).toString();
            environment.add(new EnvironmentVariable(at, name, value, taken));
        }
        boolean takesMore = !container.path("envFrom").items().isEmpty();
        return new ContainerFacts(environment, expanded(path, container), takesMore);
    }

    private static List<TextField> expanded(FieldPath path, JsonValue container) {
        List<TextField> expanded = new ArrayList<>();
        addItems(path.field("command"), container.path("command"), expanded);
        addItems(path.field("args"), container.path("args"), expanded);
        for (String probe : PROBES) {
            JsonValue command = container.path(probe).path("exec").path("command");
            addItems(path.field(probe).field("exec").field("command"), command, expanded);
        }
        int index = 0;
        for (JsonValue mount : container.path("volumeMounts").items()) {
            FieldPath at = path.field("volumeMounts").item(index++).field("subPathExpr");
            addIfExpanded(at, mount.path("subPathExpr"), expanded);
        }
        return expanded;
    }

    private static void addItems(FieldPath path, JsonValue list, List<TextField> texts) {
        int index = 0;
        for (JsonValue text : list.items()) {
            addIfExpanded(path.item(index++), text, texts);
        }
    }

    private static void addIfExpanded(FieldPath at, JsonValue text, List<TextField> texts) {
        if (VariableExpansion.mayChange(text.asText())) {
            texts.add(new TextField(at.toString(), text.asText()));
        }
    }
}
