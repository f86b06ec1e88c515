package io.openrouteroperator.manifest;

import io.openrouteroperator.core.admission.facts.EntryKeys;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Reads the entries of Secrets and ConfigMaps and searches them; the decoded content does not outlive the call. */
public final class ContentReader {
    private ContentReader() {}

    /** The keys in a Secret as JSON; {@code stringData} counts too, for objects that no API server has merged. */
    public static EntryKeys secret(JsonValue secret) {
        Map<String, String> entries = new HashMap<>();
        addEncoded(secret.path("data"), entries);
        addPlain(secret.path("stringData"), entries);
        return EntryKeys.of(entries);
    }

    /** The keys in a ConfigMap as JSON. */
    public static EntryKeys configMap(JsonValue configMap) {
        Map<String, String> entries = new HashMap<>();
        addEncoded(configMap.path("binaryData"), entries);
        addPlain(configMap.path("data"), entries);
        return EntryKeys.of(entries);
    }

    /**
     * Entries as the API server keeps them in {@code data} of a Secret and {@code binaryData} of a ConfigMap. What is no base64 it
     * refuses, but a file may hold it: often the key itself, where {@code stringData} was meant.
     */
    public static void decode(String entry, String encoded, Map<String, String> entries) {
        try {
            entries.put(entry, decoded(encoded));
        } catch (IllegalArgumentException notInOnePiece) {
            entries.put(entry, decodedWithoutBreaks(encoded));
        }
    }

    private static String decodedWithoutBreaks(String encoded) {
        try {
            return decoded(encoded.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            return encoded;
        }
    }

    private static String decoded(String encoded) {
        byte[] bytes = Base64.getDecoder().decode(encoded.getBytes(StandardCharsets.ISO_8859_1));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void addEncoded(JsonValue data, Map<String, String> entries) {
        data.forEachField((entry, value) -> decode(entry, value.asText(), entries));
    }

    private static void addPlain(JsonValue data, Map<String, String> entries) {
        data.forEachField((entry, value) -> entries.put(entry, value.asText()));
    }
}
