package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.facts.OperatorMarks;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.reconcile.key.Annotations;
import io.openrouteroperator.reconcile.key.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages written by hand name everything that they are there to name. */
class PagesTest {
    private static final Path README = Path.of("README.md");
    private static final Path OPERATIONS = Path.of("docs/operations.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void operationsPageSaysWhatToDoAboutEveryReason() throws IOException {
        assertThat(Files.readString(OPERATIONS))
                .contains(Arrays.stream(Reason.values())
                        .map(reason -> "`" + reason.text() + "`")
                        .toList());
    }

    @Test
    void operationsPageExplainsEveryCondition() throws IOException {
        assertThat(Files.readString(OPERATIONS))
                .contains(Arrays.stream(ConditionType.values())
                        .map(type -> "`" + type.text() + "`")
                        .toList());
    }

    @Test
    void readmeListsEveryLabelAndAnnotation() throws IOException {
        assertThat(Files.readString(README)
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .toList())
                .allSatisfy(row ->
                        assertThat(row.split("\\|", -1)).as("cells of a row").hasSize(6))
                .map(row -> row.split("`", -1)[1])
                .containsAll(constants(Labels.class))
                .containsAll(constants(Annotations.class));
    }

    @Test
    void whatReadmeSaysTheOperatorSetsOnSecretsIsRefusedToOthers() throws IOException {
        List<String> marks = Files.readString(README)
                .lines()
                .filter(line -> line.startsWith("| `") && line.contains("| Secret | operator |"))
                .map(row -> row.split("`", -1)[1])
                .filter(name -> !name.equals(Labels.MANAGED_BY))
                .toList();

        assertThat(OperatorMarks.NAMES).containsExactlyInAnyOrderElementsOf(marks);
    }

    @Test
    void everyLinkLeadsToFile() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README, Path.of("SECURITY.md"), Path.of("CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        assertThat(pages.stream().flatMap(PagesTest::targets))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(target).exists());
    }

    private static Stream<Path> targets(Path page) {
        try {
            return LINK
                    .matcher(Files.readString(page))
                    .results()
                    .map((MatchResult link) ->
                            page.resolveSibling(link.group(1)).normalize())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> constants(Class<?> names) {
        return Arrays.stream(names.getDeclaredFields()).map(PagesTest::value).toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
