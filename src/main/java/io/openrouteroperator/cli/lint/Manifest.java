package io.openrouteroperator.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One Kubernetes object of a file.
 *
 * @param file as it was named on the command line, or found below a directory that was
 */
record Manifest(String file, JsonNode object, SourceLines lines) {
    String kind() {
        return object.path("kind").asText();
    }

    String apiVersion() {
        return object.path("apiVersion").asText();
    }

    String name() {
        return object.path("metadata").path("name").asText();
    }
}
