package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of ways past admission and the tests of those ways say the same. */
class SecurityModelTest {
    private static final Path PAGE = Path.of("docs/security-model.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Set<String> ANSWERS = Set.of("refused", "found by scan", "out of reach");
    private static final Set<String> COMPLETE = Set.of("BypassTest", "ContentBypassTest", "BypassIT");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final Pattern TEST = Pattern.compile("@(?:Parameterized)?Test\\s.*?void (\\w+)\\(", Pattern.DOTALL);

    private record Row(String way, String answer, String closes, String tests) {}

    @Test
    void everyWayIsProvenOrClosed() {
        assertThat(rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row.answer()).isIn(ANSWERS);
            if (row.answer().equals("out of reach")) {
                assertThat(row.closes()).as("what closes it").isNotEmpty();
            } else {
                assertThat(row.tests()).as("tests").isNotEmpty();
            }
        });
    }

    @Test
    void everyTestThatARowNamesExists() {
        assertThat(named()).isNotEmpty().allSatisfy(name -> {
            String[] parts = name.split("\\.", -1);
            assertThat(tests(parts[0])).as(name).contains(parts[1]);
        });
    }

    @Test
    void everyTestOfAWayHasARow() {
        List<String> proven = COMPLETE.stream()
                .flatMap(test -> tests(test).stream().map(method -> test + "." + method))
                .toList();
        assertThat(named()).containsAll(proven);
    }

    private static List<String> named() {
        return rows().stream()
                .flatMap(row -> NAMED.matcher(row.tests()).results())
                .map(found -> found.group(1) + "." + found.group(2))
                .toList();
    }

    private static List<Row> rows() {
        String section =
                read(PAGE).split("## Every known way past admission\n", -1)[1].split("\n## ", -1)[0];
        return section.lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.split("(?<!\\\\)\\|", -1))
                        .map(String::strip)
                        .toList())
                .peek(cells -> assertThat(cells).as("cells of a row").hasSize(6))
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    private static List<String> tests(String className) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            Path file = files.filter(each -> each.endsWith(className + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no test " + className));
            return TEST.matcher(read(file))
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
