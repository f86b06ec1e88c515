package io.openrouteroperator.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the CRDs as a page for people. */
final class ReferencePage {
    /** Where the page is. */
    static final Path FILE = Path.of("docs/reference.md");

    private static final List<Path> CRDS = Stream.of("openrouteraccounts", "openrouterpolicies", "openrouterkeys")
            .map(name -> Path.of("crds", name + ".yaml"))
            .toList();

    private static final String HEAD = """
            # Reference

            Every field of the three kinds, with what `kubectl explain` says about it. Made by `make docs`; do not edit.
            A field marked with * has to be given. `[]` stands for each element of a list, `{}` for each value of a map.
            """;

    private ReferencePage() {}

    /** Writes the page. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    /** The page as it should be. */
    static String text() {
        return HEAD
                + CRDS.stream()
                        .map(ReferencePage::read)
                        .map(ReferencePage::kind)
                        .collect(Collectors.joining());
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kind(JsonNode crd) {
        JsonNode names = crd.at("/spec/names");
        JsonNode version = crd.at("/spec/versions/0");
        JsonNode schema = version.at("/schema/openAPIV3Schema");
        return """

                ## %s

                %s

                `apiVersion: %s/%s` · %s · short name `%s`

                ### Spec

                %s
                ### Status

                %s
                ### Columns of `kubectl get %s`

                %s
                """.formatted(
                        names.path("kind").asText(),
                        schema.path("description").asText(),
                        crd.at("/spec/group").asText(),
                        version.path("name").asText(),
                        crd.at("/spec/scope").asText().toLowerCase(Locale.ROOT),
                        names.at("/shortNames/0").asText(),
                        FieldTable.of("spec", schema.at("/properties/spec")),
                        FieldTable.of("status", schema.at("/properties/status")),
                        names.at("/shortNames/0").asText(),
                        columns(version));
    }

    private static String columns(JsonNode version) {
        return version.path("additionalPrinterColumns")
                .valueStream()
                .map(column -> "- %s: `%s`%s"
                        .formatted(
                                column.path("name").asText(),
                                column.path("jsonPath").asText(),
                                column.path("priority").asInt() > 0 ? " (with `-o wide`)" : ""))
                .collect(Collectors.joining("\n"));
    }
}
