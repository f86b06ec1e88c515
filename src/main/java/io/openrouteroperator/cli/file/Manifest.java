package io.openrouteroperator.cli.file;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One Kubernetes object of a file.
 *
 * @param file as it was named on the command line, or found below a directory that was
 */
public record Manifest(String file, JsonNode object, SourceLines lines) {
    /** Its kind; empty when it says none. */
    public String kind() {
        return object.path("kind").asText();
    }

    /** Group and version; empty when it says none. */
    public String apiVersion() {
        return object.path("apiVersion").asText();
    }

    /** Its name; empty when it has none. */
    public String name() {
        return object.path("metadata").path("name").asText();
    }
}
