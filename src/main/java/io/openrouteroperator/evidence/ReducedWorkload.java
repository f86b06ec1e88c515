package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.manifest.ObjectFactsReader;
import io.openrouteroperator.manifest.PodShape;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Of what runs pods: its name, its service account, and the names of the Secrets that its pods read. */
final class ReducedWorkload {
    private ReducedWorkload() {}

    /** Nothing for other kinds, for what reads no Secret, and for what a controller made: that is looked at where it was written. */
    static Optional<ObjectNode> of(JsonNode object) {
        Optional<String> pointer = PodShape.pointerFor(
                ReducedObject.group(object), object.path("kind").asText());
        if (pointer.isEmpty() || isMadeByAnother(object)) {
            return Optional.empty();
        }
        if (!(ObjectFactsReader.read(object, "") instanceof Pods pods)) {
            return Optional.empty();
        }
        NavigableSet<String> secrets = secrets(pods.pod());
        return secrets.isEmpty() ? Optional.empty() : Optional.of(write(object, pointer.get(), pods.pod(), secrets));
    }

    static NavigableSet<String> secrets(PodFacts pod) {
        NavigableSet<String> secrets = new TreeSet<>();
        pod.references().stream()
                .filter(KeyReference::isSecret)
                .map(KeyReference::target)
                .map(KeyRecogniser::masked)
                .forEach(secrets::add);
        return secrets;
    }

    private static ObjectNode write(JsonNode object, String pointer, PodFacts pod, NavigableSet<String> secrets) {
        ObjectNode reduced = JsonNodeFactory.instance.objectNode();
        reduced.put("apiVersion", object.path("apiVersion").asText());
        reduced.put("kind", object.path("kind").asText());
        reduced.putObject("metadata")
                .put("name", KeyRecogniser.masked(object.at("/metadata/name").asText()))
                .put("namespace", object.at("/metadata/namespace").asText());
        ObjectNode at = reduced;
        for (String step : (pointer + "/spec").substring(1).split("/", -1)) {
            at = at.putObject(step);
        }
        at.put("serviceAccountName", pod.serviceAccount());
        ArrayNode volumes = at.putArray("volumes");
        secrets.forEach(secret ->
                volumes.addObject().put("name", secret).putObject("secret").put("secretName", secret));
        return reduced;
    }

    private static boolean isMadeByAnother(JsonNode object) {
        for (JsonNode owner : object.at("/metadata/ownerReferences")) {
            boolean runsPods = PodShape.pointerFor(
                            ReducedObject.group(owner), owner.path("kind").asText())
                    .isPresent();
            if (owner.path("controller").asBoolean() && runsPods) {
                return true;
            }
        }
        return false;
    }
}
