package io.openrouteroperator.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.core.admission.SampleKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lint} says of files as people have them: of other tools, damaged, of the wrong kind, or with names that mean harm. */
class LintInputTest {
    private static final String STRAY = SampleKeys.service("stray");

    @TempDir
    private Path work;

    @Test
    void readsJsonThatIsIndentedWithTabs() {
        String json = "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"ConfigMap\",\n\t\"metadata\": {\"name\": \"c\"},\n"
                + "\t\"data\": {\n\t\t\"key\":\t\"" + STRAY + "\"\n\t}\n}\n";

        CommandRun run = lint(json);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("stdin:6: error: key-outside-managed-secret");
    }

    @Test
    void readsListsWhoseItemsSayNothingOfTheirKind() {
        CommandRun run = lint("""
                apiVersion: v1
                kind: ConfigMapList
                items:
                - metadata: {name: c, namespace: shop}
                  data:
                    key: %s
                """.formatted(STRAY));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("stdin:6: error: key-outside-managed-secret", "ConfigMap shop/c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: b\\nc: \\0           | stdin:2: it is no text in UTF-8
            %YAML 3.0\\n---\\na: b   | stdin:1: it is of a version of YAML that is not 1.1 or 1.2
            """)
    void saysWhyAFileIsNoYaml(String text, String said) {
        CommandRun run = lint(text.replace("\\n", "\n").replace("\\0", "\0"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains(said);
    }

    @Test
    void oneBrokenDocumentHidesNoOther() {
        CommandRun run = lint("""
                # of two tools
                ---
                kind: ConfigMap
                apiVersion: v1
                metadata: {name: first}
                data: {key: %1$s}
                --- # broken
                a: b
                  c: d
                ---
                a: "never ends
                ---
                kind: ConfigMap
                apiVersion: v1
                metadata: {name: last}
                data:
                  key: %1$s
                """.formatted(STRAY));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains(
                        "stdin:6: error: key-outside-managed-secret at data[key] in ConfigMap default/first",
                        "stdin:17: error: key-outside-managed-secret at data[key] in ConfigMap default/last",
                        "stdin:9: ",
                        "stdin:12: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "replicas: 3\n"})
    void isNotContentWithNothingToJudge(String text) {
        CommandRun run = lint(text);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("-: there is no Kubernetes object to judge");
    }

    @Test
    void saysThatPoliciesWereNamedWhereNoneIs() throws IOException {
        Path other = Files.writeString(work.resolve("other.yaml"), "kind: Namespace\napiVersion: v1\n");

        CommandRun run = CommandRun.of("lint", "-f", other.toString(), "--policy", other.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("--policy names no OpenRouterPolicy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "junit"})
    void showsNoKeyThatIsAName(String format) {
        CommandRun run = CommandRun.withInput("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: %1$s}
                spec: {%1$s: x, enforcement: %1$s}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s, namespace: %1$s}
                spec: {containers: [{name: a, args: [%1$s]}]}
                ---
                a: *%1$s
                """.formatted(STRAY), "lint", "-o", format, "-f", "-");
        CommandRun judged = CommandRun.withInput("""
                apiVersion: v1
                kind: Pod
                metadata: {name: %1$s, namespace: %1$s}
                spec: {containers: [{name: a, args: [%1$s]}]}
                """.formatted(STRAY), "lint", "-o", format, "-f", "-");

        assertThat(run.out() + run.err()).contains("undefined alias").doesNotContain(STRAY);
        assertThat(judged.out() + judged.err()).contains("literal-key").doesNotContain(STRAY);
    }

    @Test
    void givesNamesNoLineOfTheirOwn() throws IOException {
        String hostile = """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "x\\n::error::a", namespace: "y\\n::error::b"}
                data: {"z\\n::error::c\\u202e": %s}
                """.formatted(STRAY);

        assertThat(lint(hostile).out().lines()).noneMatch(line -> line.strip().startsWith("::"));
        CommandRun json = CommandRun.withInput(hostile, "lint", "-o", "json", "-f", "-");
        assertThat(json.out()).contains("ConfigMap").doesNotContain("\\n::", "\u202e");
    }

    @Test
    void writesSarifRelativeToWhereItRuns(@TempDir Path elsewhere) throws IOException {
        Path below = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "lint-");
        String pod =
                "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{args: [%s]}]}}".formatted(STRAY);
        Files.writeString(below.resolve("pod.yaml"), pod);
        Path other = Files.writeString(elsewhere.resolve("pod.yaml"), pod);

        CommandRun run = CommandRun.of(
                "lint",
                "-o",
                "sarif",
                "-f",
                below.toAbsolutePath().toString(),
                "-f",
                "./" + below,
                "-f",
                other.toString());

        assertThat(run.out().lines().filter(line -> line.contains("\"uri\"")))
                .extracting(String::strip)
                .containsExactlyInAnyOrder(
                        "\"uri\" : \"%s/pod.yaml\"".formatted(below),
                        "\"uri\" : \"%s/pod.yaml\"".formatted(below),
                        "\"uri\" : \"%s\"".formatted(other));
    }

    @Test
    void findsAKeyThatStandsInDataInPlain() {
        String input = "kind: Secret\napiVersion: v1\nmetadata: {name: s}\ndata: {key: " + STRAY + "}\n";

        CommandRun run = CommandRun.withInput(input, "lint", "-f", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("stdin:4: error: key-outside-managed-secret at data[key]");
    }

    @Test
    void takesItemsOfAListForWhatTheListIsOf() {
        String input =
                "kind: ConfigMapList\napiVersion: v1\nitems:\n- metadata: {name: c}\n  data: {key: " + STRAY + "}\n";

        CommandRun run = CommandRun.withInput(input, "lint", "-f", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("stdin:5: error: key-outside-managed-secret at data[key] in ConfigMap default/c");
    }

    @Test
    void saysThatAFileIsInAnotherEncoding() throws IOException {
        Path wide =
                Files.writeString(work.resolve("wide.yaml"), "kind: Pod\napiVersion: v1\n", StandardCharsets.UTF_16);

        CommandRun run = CommandRun.of("lint", "-f", wide.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("wide.yaml:1: it is no text in UTF-8");
    }

    private static CommandRun lint(String text) {
        return CommandRun.withInput(text, "lint", "-f", "-");
    }
}
