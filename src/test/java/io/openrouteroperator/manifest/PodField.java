package io.openrouteroperator.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.FakeGovernance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A field of a pod's spec that holds text.
 *
 * @param path such as {@code containers[].env[].value}; a list's items end in {@code []}, a map's values in {@code {}}
 */
record PodField(String path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a key written into the field is found there. */
    boolean isSearched() {
        String place = "spec." + path.replace("[]", "[0]").replace("{}", ".a");
        ObjectFacts facts = facts(SampleKeys.service("planted"));
        FakeGovernance governance = new FakeGovernance().policy("corporate", EnforcementMode.ENFORCE);
        return ObjectChecks.check(facts, PodContents.NONE, governance).stream()
                .anyMatch(violation -> violation.path().equals(place));
    }

    /** Whether a name in the field counts as a reference to a Secret, or else to a ConfigMap. */
    boolean isRead(boolean secret) {
        List<KeyReference> references = ((Pods) facts("named")).pod().references();
        return references.stream()
                .anyMatch(reference ->
                        reference.isSecret() == secret && reference.target().equals("named"));
    }

    /** Whether it names an object of the kind: by a field that has the word in it, or by {@code name} right below one. */
    boolean names(String word) {
        List<String> steps = Arrays.asList(path.toLowerCase(Locale.ROOT).split("\\.", -1));
        String last = steps.getLast();
        boolean below = steps.size() > 1 && steps.get(steps.size() - 2).contains(word);
        return last.contains(word) || (below && last.equals("name"));
    }

    private ObjectFacts facts(String text) {
        ObjectNode pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        pod.putObject("metadata").put("name", "web");
        plant(pod.putObject("spec"), path, text);
        return ObjectFactsReader.read(pod, "payments");
    }

    private static void plant(ObjectNode object, String path, String text) {
        String[] steps = path.split("\\.", 2);
        String name = steps[0].replace("[]", "").replace("{}", "");
        boolean list = steps[0].endsWith("[]");
        if (steps.length == 2) {
            plant(list ? object.putArray(name).addObject() : object.putObject(name), steps[1], text);
        } else if (list) {
            ArrayNode items = object.putArray(name);
            items.add(text);
        } else if (steps[0].endsWith("{}")) {
            object.putObject(name).put("a", text);
        } else {
            object.put(name, text);
        }
    }
}
