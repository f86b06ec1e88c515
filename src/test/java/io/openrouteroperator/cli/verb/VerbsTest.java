package io.openrouteroperator.cli.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verbs say about an exported cluster. */
class VerbsTest {
    @Test
    void listsTheKeysOfANamespaceOrOfAll() {
        assertThat(run("keys -n shop").out().lines())
                .first()
                .asString()
                .containsSubsequence("NAMESPACE", "NAME", "CLASS", "READY", "EXPIRES", "NEXT ROTATION", "SPENT");
        assertThat(run("keys -n shop").out())
                .contains("shop        checkout   internal   True    Provisioned   3        2027-01-12T00:00:00Z")
                .doesNotContain("toy");
        assertThat(run("keys -A").out()).contains("toy");
        assertThat(run("keys -n nowhere")).isEqualTo(new CommandRun(0, "", "No OpenRouterKey in namespace nowhere.\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asked    | now                  | -   | its owner asked for it
            search   | 2026-11-25T00:10:00Z | 12h | later days have no key changes left
            checkout | 2027-01-03T02:50:08Z | 39d | the first window after its interval
            toy      | -                    | -   | its scheduled rotation is suspended
            """)
    void saysWhenAndWhyKeysRotateNext(String key, String when, String in, String why) {
        assertThat(run("next -A").out().lines().filter(line -> line.contains(" " + key + " ")))
                .singleElement()
                .asString()
                .startsWith(when)
                .contains(" " + in + " ")
                .endsWith(why);
    }

    @Test
    void listsTheNextRotationFirst() {
        assertThat(run("next -A").out().lines().map(line -> line.split(" +", -1)[3]))
                .containsExactly("NAME", "asked", "search", "checkout", "toy");
    }

    @Test
    void statusNamesWhatIsNotReadyAndFailsThen() {
        CommandRun all = run("status -A");

        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.out())
                .contains(
                        "account production: ready",
                        "keys in any namespace: 4, ready 3, rotating 1, suspended 1",
                        "next rotation: 2026-11-25T00:10:00Z of shop/search",
                        "playground   toy    NoPolicy   no policy governs this namespace");
        assertThat(run("status -n shop").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stray -n shop                                    | 1 | Pod shop/stray is refused
            stray -n shop                                    | 1 | refused: literal-key at spec.containers[0].env[0].value
            stray -n shop                                    | 1 | valueFrom: {secretKeyRef:
            exempt -n shop                                   | 0 | It is exempt: TICKET-12 until 2027-01-31T00:00:00Z
            exempt -n shop                                   | 0 | recorded only: literal-key
            pod/stray -n playground                          | 0 | No policy governs namespace playground
            deploy/reads-vault -n shop                       | 0 | Secret shop/vault, which it reads, was not looked at
            deployment/reads-vault -n shop --read-contents   | 1 | refused: secret-not-managed
            secret/vault -n shop                             | 1 | refused: key-outside-managed-secret
            ork/checkout -n shop                             | 0 | OpenRouterKey shop/checkout is admitted
            openrouterkey/toy -n playground                  | 0 | warning: key-not-granted at metadata.namespace
            -f POD -n shop                                   | 1 | Pod shop/from-a-file is refused
            """)
    void explainsWhatAdmissionSays(String question, int exitCode, String words) {
        CommandRun run = run("why " + question.replace("POD", filled("pod.yaml").toString()));

        assertThat(run.out()).contains(words).doesNotContain(SampleKeys.service("stray"));
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why missing -n shop            | There is no Pod missing in namespace shop.
            why widget/a                   | No rule is about objects of the kind widget.
            why                            | Name one object, or files with -f.
            why -f missing.yaml            | missing.yaml: there is no such file
            keys --no-such-option          | Unknown option
            """)
    void endsWithTwoWhereThereIsNoAnswer(String command, String words) {
        CommandRun run = run(command);

        assertThat(run.err()).contains(words);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"keys, keys", "next, rotations", "status, policies", "why stray, answers"})
    void speaksJson(String command, String field) throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(run(command + " -n shop -o json").out());

        assertThat(document.path(field)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys -A",
                "next -A",
                "status -A",
                "keys -A -o json",
                "status -A -o json",
                "why -n shop -f HOSTILE",
                "why -n shop -f HOSTILE -o json",
                "plan -f HOSTILE",
                "plan -f HOSTILE -o json"
            })
    void noNameOrMessageOfTheClusterReachesTheTerminalAsItIs(String command) {
        Path hostile = filled("hostile.yaml");
        String printed =
                run(command.replace("HOSTILE", hostile.toString()), hostile).out();

        assertThat(printed).isNotEmpty();
        assertThat(printed.replace("\n", "").codePoints())
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.LINE_SEPARATOR);
        assertThat(printed.lines())
                .noneMatch(line -> line.startsWith("NAMESPACE\"") || line.equals("Pod shop/a is admitted"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "status", "keys", "next", "rotate", "revoke", "why", "lint", "explain"})
    void helpShowsExamplesAndNoColourWhenItIsNotATerminal(String verb) {
        CommandRun help = CommandRun.of(verb, "--help");

        assertThat(help.out()).contains("Example").doesNotContain("\u001b");
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void completionKnowsTheVerbs() {
        assertThat(CommandRun.of("generate-completion").out()).contains("plan", "revoke", "--snapshot");
    }

    private static CommandRun run(String command) {
        return run(command, filled("cluster.yaml"));
    }

    private static CommandRun run(String command, Path cluster) {
        return CommandRun.of((command + " --snapshot " + cluster).split(" +", -1));
    }

    private static Path filled(String resource) {
        try {
            Path copy = Files.createTempFile("verbs", ".yaml");
            copy.toFile().deleteOnExit();
            return Files.writeString(
                    copy,
                    Corpus.filled(
                            Files.readString(Path.of("src/test/resources/verbs").resolve(resource))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
