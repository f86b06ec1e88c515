package io.openrouteroperator.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code plan} says of the policy of each situation in the one cluster, and how it ends. */
class PlanCommandTest {
    private static final Path FOLDER = Path.of("src/test/resources/plan");

    @TempDir
    private Path work;

    private Path cluster = Path.of("");

    @BeforeEach
    void fillInKeys() throws IOException {
        cluster = Files.writeString(
                work.resolve("cluster.yaml"), Corpus.filled(Files.readString(FOLDER.resolve("cluster.yaml"))));
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, text, 0",
        "looser, text, 2",
        "stricter, text, 3",
        "stricter, json, 3",
        "a-first-policy, text, 3",
    })
    void saysWhatAPolicyWouldDo(String situation, String format, int exitCode) throws IOException {
        CommandRun run = plan(FOLDER.resolve(situation).resolve("policy.yaml"), "-o", format);

        Path expected = FOLDER.resolve(situation).resolve("out-" + format + ".txt");
        String printed = run.out().replaceAll("[0-9a-f]{12}(?=[^0-9a-f-])", "<hash>");
        if (System.getProperties().containsKey("golden.update")) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).doesNotContain(SampleKeys.service("stray"));
    }

    @Test
    void plansEachPolicyAsIfThoseBeforeItHadBeenApplied() throws IOException {
        Path twice = Files.writeString(
                work.resolve("twice.yaml"),
                Files.readString(FOLDER.resolve("looser/policy.yaml")) + "---\n"
                        + Files.readString(FOLDER.resolve("looser/policy.yaml")));

        assertThat(plan(twice).out().lines().filter(line -> line.startsWith("OpenRouterPolicy")))
                .containsExactly(
                        "OpenRouterPolicy corporate would change", "OpenRouterPolicy corporate would change nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing.yaml                                              | there is no such file
            src/test/resources/plan/cluster-of-nothing.yaml           | There is no OpenRouterPolicy in
            src/test/resources/plan/broken.yaml                       | broken.yaml:4: OpenRouterPolicy "corporate" does not fit
            """)
    void saysWhyThereIsNoPlan(Path policy, String words) {
        CommandRun run = plan(policy);

        assertThat(run.err()).contains(words);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void takesAWrongOptionForNoPlan() {
        assertThat(CommandRun.of("plan", "--no-such-option").exitCode()).isEqualTo(1);
    }

    private CommandRun plan(Path policy, String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "plan";
        arguments[1] = "-f";
        arguments[2] = policy.toString();
        arguments[3] = "--snapshot";
        arguments[4] = cluster.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(arguments);
    }
}
