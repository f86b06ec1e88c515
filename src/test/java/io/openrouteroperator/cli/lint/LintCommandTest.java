package io.openrouteroperator.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.cli.SarifSchema;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What {@code lint} prints and how it ends: {@code in-*} of a situation is judged, {@code out-*} is what must come. */
class LintCommandTest {
    private static final Path FOLDER = Path.of("src/test/resources/lint");
    private static final String STRAY = SampleKeys.service("stray");

    @TempDir
    private Path work;

    @BeforeEach
    void fillInKeys() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = work.resolve(FOLDER.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Corpus.filled(Files.readString(file)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a-shop, text, 1",
        "a-shop, json, 1",
        "a-shop, sarif, 1",
        "a-shop, junit, 1",
        "a-list, text, 1",
        "a-policy-that-only-warns, text, 0",
    })
    void reportsEachFindingWhereItStands(String situation, String format, int exitCode) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("lint", "--output", format));
        try (Stream<Path> files = Files.list(work.resolve(situation))) {
            files.filter(file -> file.getFileName().toString().startsWith("in-"))
                    .forEach(file -> arguments.addAll(List.of("-f", file.toString())));
        }
        Path policy = work.resolve(situation).resolve("policy.yaml");
        if (Files.exists(policy)) {
            arguments.addAll(List.of("--policy", policy.toString()));
        }

        CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(exitCode);

        String printed = run.out().replace(work + "/", "").replaceAll("[0-9a-f]{64}", "<hash>");
        Path expected = FOLDER.resolve(situation).resolve("out-" + format + ".txt");
        if (System.getProperties().containsKey("golden.update")) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
        assertThat(run.out()).doesNotContain(STRAY);
    }

    @Test
    void writesSarifThatFitsTheOfficialSchema() throws IOException {
        Path odd = Files.writeString(
                work.resolve("odd name ü%.yaml"), Files.readString(work.resolve("a-shop/in-deployment.yaml")));
        Path broken = Files.writeString(work.resolve("broken.yaml"), "a: [");
        CommandRun run = CommandRun.of(
                "lint",
                "-o",
                "sarif",
                "-f",
                work.resolve("a-list").toString(),
                "-f",
                odd.toString(),
                "-f",
                broken.toString());

        assertThat(SarifSchema.problems(run.out())).isEmpty();
        assertThat(run.out()).contains("odd%20name", "\"ruleId\" : \"literal-key\"", "broken.yaml:");
    }

    @Test
    void aBrokenSarifWouldNotFitTheSchema() throws IOException {
        CommandRun run = CommandRun.of(
                "lint", "-o", "sarif", "-f", work.resolve("a-shop").toString());
        String broken = run.out().replace("\"startLine\" : ", "\"startLine\" : -");

        assertThat(SarifSchema.problems(broken)).isNotEmpty();
    }

    @Test
    void writesJunitThatIsXmlWhateverNamesHold() throws Exception {
        Path odd = Files.writeString(work.resolve("odd.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: "a\\u0001<b>&\\"", namespace: shop}
                spec: {containers: [{name: a, args: ["%s"]}]}
                """.formatted(STRAY));
        CommandRun run = CommandRun.of("lint", "-o", "junit", "-f", odd.toString());

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out())));
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void readsDirectoriesAndStandardInput() {
        String input = "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c}\ndata: {key: " + STRAY + "}\n";

        CommandRun run = CommandRun.withInput(
                input, "lint", "-f", work.resolve("a-shop").toString(), "-f", "-", "-n", "elsewhere");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "a-shop/in-deployment.yaml:23: error: literal-key",
                        "stdin:4: error: key-outside",
                        "ConfigMap elsewhere/c");
    }

    @Test
    void saysWhatCannotBeReadAndChecksTheRest() throws IOException {
        Path broken = Files.writeString(work.resolve("broken.yaml"), "a: b\nc: [\n");
        CommandRun run = CommandRun.of(
                "lint",
                "-f",
                broken.toString(),
                "-f",
                "missing.yaml",
                "-f",
                work.resolve("a-shop").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains(broken + ":3: ", "missing.yaml: there is no such file", "literal-key at");
    }

    @Test
    void refusesAliasesThatUnfoldWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(9, alias))));
        }
        CommandRun run = CommandRun.withInput(bomb.toString(), "lint", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("stdin:1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: &a\n  x: *a\n", "NEST", "kind: [1]\napiVersion: v1\n"})
    void survivesHostileFilesAndChecksTheRest(String text) throws IOException {
        Path hostile =
                Files.writeString(work.resolve("hostile.yaml"), text.replace("NEST", "a: " + "[".repeat(20_000)));
        CommandRun run = CommandRun.of(
                "lint", "-f", hostile.toString(), "-f", work.resolve("a-shop").toString());

        assertThat(run.exitCode()).isIn(1, 2);
        assertThat(run.out()).contains("literal-key at");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void countsWarningsWhenStrict() {
        List<String> warned = List.of(
                "lint",
                "-f",
                work.resolve("a-policy-that-only-warns/in-pod.yaml").toString(),
                "--policy",
                work.resolve("a-policy-that-only-warns/policy.yaml").toString());
        List<String> strict = new ArrayList<>(warned);
        strict.add("--strict");

        assertThat(CommandRun.of(warned.toArray(String[]::new)).exitCode()).isZero();
        assertThat(CommandRun.of(strict.toArray(String[]::new)).exitCode()).isEqualTo(1);
    }
}
