package io.openrouteroperator.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code audit verify} prints and how it ends. */
class VerifyCommandTest {
    @TempDir
    private Path work;

    private final SampleLog log =
            new SampleLog("first").start().events(3).checkpoint().events(2);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";
    private Path key;

    @BeforeEach
    void publish() throws IOException {
        key = Files.writeString(work.resolve("key.pem"), log.publicKey());
    }

    @Test
    void saysThatALogIsWholeAndWhatIsNotProven() throws IOException {
        assertThat(run("--public-key", key, file(log.lines()))).isZero();
        assertThat(out.toString()).isEqualTo("""
                whole (entries: 7, writers: 1, signatures proven: 1)
                not proven: whether writer first wrote more, and its last 2 entries are not signed yet (--checkpoint says how far it came)
                """);
    }

    @Test
    void namesTheFirstBrokenLine() throws IOException {
        List<String> tampered = new ArrayList<>(log.lines());
        tampered.set(2, tampered.get(2).replace("event 1", "event 9"));
        Path file = file(tampered);

        assertThat(run("--public-key", key, file)).isEqualTo(1);
        assertThat(out.toString()).isEqualTo(file + ":3: was changed: its hash does not fit its content\n");
    }

    @Test
    void findsTheTailMissingOfWhichACheckpointWasPublished() throws IOException {
        Path checkpoint =
                Files.writeString(work.resolve("checkpoints.jsonl"), log.lines().get(4) + "\n");
        Path file = file(log.lines().subList(0, 4));

        assertThat(run("--public-key", key, "--checkpoint", checkpoint, file)).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":4: is the last entry of writer first", "the end was cut off");
    }

    @Test
    void readsSeveralFilesAsOneLog() throws IOException {
        Path first = file(log.lines().subList(0, 3));
        Path second = file(log.lines().subList(3, 7));

        assertThat(run("--public-key", key, first, second)).isZero();
        assertThat(run("--public-key", key, second, first)).isEqualTo(1);
    }

    @Test
    void findsALineThatWasCutOff() throws IOException {
        String text = String.join("\n", log.lines());
        Path file = Files.writeString(work.resolve("cut.jsonl"), text.substring(0, text.length() - 20));

        assertThat(run("--public-key", key, file)).isEqualTo(1);
        assertThat(out.toString()).isEqualTo(file + ":7: is no entry of an audit log, or a damaged one\n");
    }

    @Test
    void passesOverOtherLinesOfStandardOutputWhenAskedTo() {
        input = "INFO started\n" + String.join("\nWARN\n", log.lines()) + "\n";

        assertThat(run("--public-key", key, "-")).isEqualTo(1);
        assertThat(run("--public-key", key, "--mixed", "-")).isZero();
    }

    @Test
    void readsLinesOfAnyLengthAndContent() throws IOException {
        Path file = Files.write(work.resolve("noise"), new byte[3 * LogLines.LONGEST]);

        assertThat(run("--public-key", key, "--mixed", file)).isEqualTo(1);
        assertThat(out.toString()).contains("there is no entry");
    }

    @Test
    void callsNothingWholeThatHasNoEntry() throws IOException {
        assertThat(run("--public-key", key, Files.writeString(work.resolve("emptied"), "")))
                .isEqualTo(1);
        assertThat(run("--public-key", key, "--partial", "-")).isEqualTo(1);
        assertThat(out.toString()).startsWith("there is no entry: ").doesNotContain("whole");
    }

    @Test
    void saysPlainlyThatNothingWasProvenWithoutAKey() throws IOException {
        assertThat(run("--unsigned", file(log.lines()))).isZero();
        assertThat(out.toString()).contains("signatures were not looked at, so this proves nothing against");
    }

    @Test
    void refusesToVerifyWithoutAWordAboutSignatures() throws IOException {
        assertThat(run(file(log.lines()))).isEqualTo(2);
        assertThat(err.toString()).contains("--public-key");
    }

    @Test
    void namesFilesThatCannotBeRead() {
        assertThat(run("--public-key", key, work.resolve("none"))).isEqualTo(2);
        assertThat(err.toString()).isEqualTo(work.resolve("none") + ": it cannot be read\n");
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile(work, "log", ".jsonl"), lines);
    }

    private int run(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("audit", "verify"));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return OperatorCommand.commandLine(
                        Clock.systemUTC(), new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
