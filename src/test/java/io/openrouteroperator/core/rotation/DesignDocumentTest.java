package io.openrouteroperator.core.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code DESIGN.md} and the code name the same decisions, and the same rules in the same order. */
class DesignDocumentTest {
    private static final Path PACKAGE = Path.of("src/main/java/io/openrouteroperator/core/rotation");

    @Test
    void documentNamesEveryRuleInTheOrderOfTheChain() throws IOException {
        List<String> chain = names("Rules::(\\w+)", Files.readString(PACKAGE.resolve("KeyProtocol.java")));

        assertThat(chain).isNotEmpty();
        assertThat(rows("## Situations, in order")).isEqualTo(chain);
    }

    @Test
    void documentNamesEveryDecision() throws IOException {
        List<String> decisions = Stream.of(KeyDecision.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();

        assertThat(rows("## Decisions and their effects")).isEqualTo(decisions);
    }

    @Test
    void drawingShowsEveryStepOfAGeneration() throws IOException {
        String drawing = section("## One generation");

        assertThat(drawing)
                .contains("Remember", "Create", "Guard", "Prove", "Fund", "Publish", "Search", "Delete")
                .contains(Stream.of(Generation.class.getPermittedSubclasses())
                        .flatMap(kind -> kind.isSealed() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind))
                        .map(kind -> kind.getSimpleName().toLowerCase(Locale.ROOT))
                        .toList())
                .contains(Stream.of(InFlight.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    private static List<String> rows(String heading) throws IOException {
        return names("(?m)^\\| `(\\w+)`", section(heading));
    }

    private static String section(String heading) throws IOException {
        String document = Files.readString(PACKAGE.resolve("DESIGN.md"));
        int start = document.indexOf(heading) + heading.length();
        int end = document.indexOf("\n## ", start);
        return document.substring(start, end);
    }

    private static List<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
