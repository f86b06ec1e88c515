package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is committed, and what the chart installs, is what the records say. */
class CrdsAreCurrentTest {
    @ParameterizedTest
    @ValueSource(strings = {"crds", "helm/openrouter-operator/files/crds"})
    void folderHoldsTheGeneratedCrdsAndNothingElse(String folder) throws IOException {
        assertThat(yamlFiles(Path.of(folder)))
                .as("%s is out of date: run make crds and commit the result", folder)
                .isEqualTo(CrdGeneration.files());
    }

    private static Map<String, String> yamlFiles(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
