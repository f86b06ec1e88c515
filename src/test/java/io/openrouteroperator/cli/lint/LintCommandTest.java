package io.openrouteroperator.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.cli.SarifSchema;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String STRAY = SampleKeys.service("stray");

    @TempDir
    private Path work;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";

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

        assertThat(run(arguments)).isEqualTo(exitCode);

        String printed = out.toString().replace(work + "/", "").replaceAll("[0-9a-f]{64}", "<hash>");
        Path expected = FOLDER.resolve(situation).resolve("out-" + format + ".txt");
        if (System.getProperties().containsKey("golden.update")) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
        assertThat(out.toString()).doesNotContain(STRAY);
    }

    @Test
    void writesSarifThatFitsTheOfficialSchema() throws IOException {
        Path odd = Files.writeString(
                work.resolve("odd name ü%.yaml"), Files.readString(work.resolve("a-shop/in-deployment.yaml")));
        Path broken = Files.writeString(work.resolve("broken.yaml"), "a: [");
        run(List.of(
                "lint",
                "-o",
                "sarif",
                "-f",
                work.resolve("a-list").toString(),
                "-f",
                odd.toString(),
                "-f",
                broken.toString()));

        assertThat(SarifSchema.problems(out.toString())).isEmpty();
        assertThat(out.toString()).contains("odd%20name", "\"ruleId\" : \"literal-key\"", "broken.yaml:");
    }

    @Test
    void aBrokenSarifWouldNotFitTheSchema() throws IOException {
        run(List.of("lint", "-o", "sarif", "-f", work.resolve("a-shop").toString()));
        String broken = out.toString().replace("\"startLine\" : ", "\"startLine\" : -");

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
        run(List.of("lint", "-o", "junit", "-f", odd.toString()));

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void readsDirectoriesAndStandardInput() {
        input = "kind: ConfigMap\napiVersion: v1\nmetadata: {name: c}\ndata: {key: " + STRAY + "}\n";

        assertThat(run(List.of("lint", "-f", work.resolve("a-shop").toString(), "-f", "-", "-n", "elsewhere")))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "a-shop/in-deployment.yaml:23: error: literal-key",
                        "stdin:4: error: key-outside",
                        "ConfigMap elsewhere/c");
    }

    @Test
    void saysWhatCannotBeReadAndChecksTheRest() throws IOException {
        Path broken = Files.writeString(work.resolve("broken.yaml"), "a: b\nc: [\n");
        int code = run(List.of(
                "lint",
                "-f",
                broken.toString(),
                "-f",
                "missing.yaml",
                "-f",
                work.resolve("a-shop").toString()));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString()).contains(broken + ":3: ", "missing.yaml: there is no such file", "literal-key at");
    }

    @Test
    void refusesAliasesThatUnfoldWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(9, alias))));
        }
        input = bomb.toString();

        assertThat(run(List.of("lint", "-f", "-"))).isEqualTo(2);
        assertThat(out.toString()).contains("stdin:1: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: &a\n  x: *a\n", "NEST", "kind: [1]\napiVersion: v1\n"})
    void survivesHostileFilesAndChecksTheRest(String text) throws IOException {
        Path hostile =
                Files.writeString(work.resolve("hostile.yaml"), text.replace("NEST", "a: " + "[".repeat(20_000)));
        int code = run(List.of(
                "lint", "-f", hostile.toString(), "-f", work.resolve("a-shop").toString()));

        assertThat(code).isIn(1, 2);
        assertThat(out.toString()).contains("literal-key at");
        assertThat(err.toString()).isEmpty();
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

        assertThat(run(warned)).isZero();
        assertThat(run(strict)).isEqualTo(1);
    }

    @Test
    void namesAPolicyThatDoesNotFitItsDefinition() {
        input =
                "kind: OpenRouterPolicy\napiVersion: openrouter-operator.io/v1alpha1\nmetadata: {name: p}\nspec: {enforcement: Sometimes}\n";

        assertThat(run(List.of("lint", "-f", "-"))).isEqualTo(2);
        assertThat(out.toString()).contains("stdin:4: OpenRouterPolicy \"p\" does not fit its definition");
    }

    @Test
    void explainsRulesAndNamesThemAllWhenOneIsUnknown() {
        assertThat(run(List.of("explain", "literal-key", "secret-not-managed"))).isZero();
        assertThat(out.toString()).startsWith("# literal-key").contains("# secret-not-managed");

        assertThat(run(List.of("explain", "no-such-rule"))).isEqualTo(2);
        assertThat(err.toString()).contains("no-such-rule", "literal-key");
    }

    @Test
    void printsWhatThereIsWhenAskedForNothing() {
        assertThat(run(List.of())).isZero();
        assertThat(out.toString()).contains("lint", "explain");
        assertThat(run(List.of("lint"))).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required option: '--filename=PATH'");
    }

    private int run(List<String> arguments) {
        InputStream stdin = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return OperatorCommand.commandLine(Clock.fixed(NOW, ZoneOffset.UTC), stdin)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
