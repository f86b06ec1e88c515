package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.KeyReference.ConfigMapEntry;
import io.openrouteroperator.core.admission.facts.KeyReference.SecretEntry;
import io.openrouteroperator.core.admission.facts.KeyReference.WholeConfigMap;
import io.openrouteroperator.core.admission.facts.KeyReference.WholeSecret;
import io.openrouteroperator.core.admission.facts.TextField;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks a pod once and collects every string, names of fields among them since anyone may name an annotation, and every reference to a
 * Secret or ConfigMap. References are told by the names that the Kubernetes API uses everywhere ({@code …SecretRef}, {@code secretName},
 * {@code secretKeyRef}, {@code configMapKeyRef}), so that container lists, volume kinds and fields of later versions are covered without
 * a list of them.
 */
final class PodWalk {
    private final List<TextField> texts = new ArrayList<>();
    private final List<KeyReference> references = new ArrayList<>();
    private String variable = "";

    List<TextField> texts() {
        return texts;
    }

    List<KeyReference> references() {
        return references;
    }

    void visit(String path, JsonValue node) {
        visit(FieldPath.of(path), node);
    }

    private void visit(FieldPath path, JsonValue node) {
        if (canHoldKey(node)) {
            texts.add(new TextField(path.toString(), node.asText()));
        } else if (node.isArray()) {
            List<JsonValue> items = node.items();
            for (int i = 0; i < items.size(); i++) {
                if (isContainer(items.get(i)) || canHoldKey(items.get(i))) {
                    visit(path.item(i), items.get(i));
                }
            }
        } else if (node.isObject()) {
            node.forEachField((name, value) -> {
                variable = name.equals("valueFrom") ? node.path("name").asText() : variable;
                visitField(path, name, value);
            });
        }
    }

    /** Most fields are neither key nor reference, and need no path. */
    private void visitField(FieldPath parent, String name, JsonValue value) {
        boolean mayRefer = isContainer(value) || name.equals("secretName");
        boolean mayBeKey = KeyRecogniser.canHoldKey(name);
        if (!mayRefer && !mayBeKey && !canHoldKey(value)) {
            return;
        }
        FieldPath child = parent.field(name);
        if (mayBeKey) {
            texts.add(new TextField(child.toString(), name));
        }
        if (mayRefer) {
            reference(child, name, value);
        }
        visit(child, value);
    }

    private static boolean isContainer(JsonValue value) {
        return value.isObject() || value.isArray();
    }

    private static boolean canHoldKey(JsonValue value) {
        return value.isText() && KeyRecogniser.canHoldKey(value.asText());
    }

    private void reference(FieldPath at, String field, JsonValue value) {
        if (!mayRefer(field)) {
            return;
        }
        String path = at.toString();
        switch (field) {
            case "secretKeyRef" ->
                references.add(
                        new SecretEntry(path, name(value), value.path("key").asText(), variable));
            case "configMapKeyRef" ->
                references.add(
                        new ConfigMapEntry(path, name(value), value.path("key").asText(), variable));
            case "secret" -> secretVolume(path, value);
            case "configMap" -> configMapVolume(path, value);
            case "configMapRef" -> references.add(new WholeConfigMap(path, name(value)));
            case "imagePullSecrets" -> value.items().forEach(item -> references.add(new WholeSecret(path, name(item))));
            default -> otherReference(path, field, value);
        }
    }

    /** Every name that {@link #reference} and {@link #otherReference} know holds one of these words. */
    private static boolean mayRefer(String field) {
        int length = field.length();
        return length >= 6
                && (field.regionMatches(true, length - 3, "ref", 0, 3)
                        || field.startsWith("secret")
                        || field.equals("configMap")
                        || field.equals("imagePullSecrets"));
    }

    private void otherReference(String path, String field, JsonValue value) {
        boolean named = field.toLowerCase(Locale.ROOT).endsWith("secretref") && value.hasNonNull("name");
        if (named) {
            references.add(new WholeSecret(path, name(value)));
        } else if (field.equals("secretName") && value.isText() && !path.endsWith(".secret.secretName")) {
            references.add(new WholeSecret(path, value.asText()));
        }
    }

    /** A volume's Secret says {@code secretName}, a projected source says {@code name}. */
    private void secretVolume(String path, JsonValue volume) {
        String name =
                volume.hasNonNull("secretName") ? volume.path("secretName").asText() : name(volume);
        if (volume.path("items").items().isEmpty()) {
            references.add(new WholeSecret(path, name));
        }
        for (JsonValue item : volume.path("items").items()) {
            references.add(new SecretEntry(path, name, item.path("key").asText(), null));
        }
    }

    private void configMapVolume(String path, JsonValue volume) {
        if (volume.path("items").items().isEmpty()) {
            references.add(new WholeConfigMap(path, name(volume)));
        }
        for (JsonValue item : volume.path("items").items()) {
            references.add(
                    new ConfigMapEntry(path, name(volume), item.path("key").asText(), null));
        }
    }

    private static String name(JsonValue reference) {
        return reference.path("name").asText();
    }
}
