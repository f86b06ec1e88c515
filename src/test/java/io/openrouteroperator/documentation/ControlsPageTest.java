package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.catalogue.ControlCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of controls is the catalogue, and the tests that it leans on exist. */
class ControlsPageTest {
    private static final Pattern TEST = Pattern.compile("[A-Z][A-Za-z]+(Test|IT)\\b|EditGuardrailByHand");

    @Test
    void matchesCatalogue() throws IOException {
        assertThat(Files.readString(ControlsPage.FILE))
                .as("%s does not match the catalogue: run 'make docs'", ControlsPage.FILE)
                .isEqualTo(ControlsPage.text());
    }

    @Test
    void everySafeguardNamesTestsThatExist() throws IOException {
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        assertThat(ControlCatalogue.controls().stream().map(Control::safeguard).filter(Objects::nonNull))
                .hasSize(8)
                .allSatisfy(safeguard -> {
                    assertThat(TEST.matcher(safeguard.test()).results().map(MatchResult::group))
                            .isNotEmpty()
                            .isSubsetOf(tests);
                });
    }
}
