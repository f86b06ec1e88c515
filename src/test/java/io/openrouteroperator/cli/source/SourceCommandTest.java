package io.openrouteroperator.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.cli.SarifSchema;
import io.openrouteroperator.core.admission.SampleKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String STRAY = SampleKeys.service("stray");
    private static final String OTHER = SampleKeys.service("other");
    private static final String ROOT = SampleKeys.management("root");

    @TempDir
    private Path tree;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void printsNoKey() {
        assertThat(out + "\n" + err).doesNotContain(STRAY, OTHER, ROOT);
    }

    @Test
    void isContentWithATreeWithoutKeys() throws IOException {
        plant("src/a.py", "key = os.environ['OPENROUTER_API_KEY']  # sk-or-v1-your-key-here\n");

        assertThat(audit()).isZero();
        assertThat(out).hasToString("1 file checked: 0 errors, 0 warnings, 0 notes\n");
    }

    @Test
    void namesFileLineKeyAndWhatToDo() throws IOException {
        plant("src/a.py", "import os\n\nkey = '" + STRAY + "'\n");
        plant(
                "deploy/secret.yaml",
                "a: b\nkey: " + Base64.getEncoder().encodeToString(ROOT.getBytes(StandardCharsets.UTF_8)));

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        tree
                                + "/deploy/secret.yaml:2: error: hard-coded-key\n    It holds the OpenRouter key sk-or-mgmt-",
                        "base64-encoded",
                        "delete every key of the account",
                        tree + "/src/a.py:3: error: hard-coded-key\n",
                        "sha256:" + SampleKeys.hashOf(STRAY).value() + " YYYY-MM-DD REASON",
                        "2 files checked: 2 errors, 0 warnings, 0 notes");
    }

    @Test
    void readsIgnoredFilesOnlyWhenTold() throws IOException {
        plant(".gitignore", ".env\n");
        plant(".env", "OPENROUTER_API_KEY=" + STRAY);

        assertThat(audit()).isZero();
        assertThat(audit("--no-ignore")).isEqualTo(1);
    }

    @Test
    void masksNamesThatHoldAKeyAndReportsThem() throws IOException {
        plant(STRAY + "\u001b[31m.txt", "");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains("...", "?[31m.txt:1: error: hard-coded-key")
                .doesNotContain("\u001b");
    }

    @Test
    void allowsKeysAndPathsUntilTheirLastDay() throws IOException {
        plant("src/a.py", STRAY);
        plant("src/fixtures/deep/b.txt", OTHER);
        plant(AllowList.FILE, """
                # accepted by the platform team
                sha256:%s  2026-11-24  made-up key of the parser's tests

                path:fixtures/  2027-01-31  made-up keys
                """.formatted(SampleKeys.hashOf(STRAY).value()));

        assertThat(audit()).isZero();
        assertThat(out.toString()).contains("3 files checked: 0 errors", "2 keys allowed by ");
    }

    @Test
    void countsAnEntryThatHasEndedAsAFindingBesideTheKeyItCovered() throws IOException {
        plant("src/a.py", STRAY);
        plant(AllowList.FILE, "\npath:/src/*.py 2026-11-23 TICKET-12\npath:/gone 2026-11-23 TICKET-13\n");

        assertThat(audit()).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "It was allowed until 2026-11-23 (TICKET-12).",
                        AllowList.FILE + ":2: error: allowance-expired",
                        AllowList.FILE + ":3: error: allowance-expired",
                        "3 errors");
    }

    @Test
    void takesAnEntryThatHoldsWhereAnotherHasEnded() throws IOException {
        plant("a.py", STRAY);
        Path list = plant("elsewhere", "path:*.py 2027-11-23 new\n");

        assertThat(audit("--allow", list.toString())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:abc 2027-01-01 too short",
                "path:a 2027-13-01 no month",
                "path:a 2027-01-01",
                "path:!a 2027-01-01 negated",
                "path: 2027-01-01 nothing",
                "src/a.py 2027-01-01 what is it"
            })
    void refusesAnEntryThatItDoesNotUnderstand(String line) throws IOException {
        plant(AllowList.FILE, "# first\n" + line + "\n");

        assertThat(audit()).isEqualTo(2);
        assertThat(out.toString()).contains(AllowList.FILE + ":2: ");
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        assertThat(run("audit", "source", tree.resolve("missing").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("missing: it cannot be read");
        assertThat(audit("--allow", "no-list")).isEqualTo(2);
        assertThat(err.toString().lines()).last().asString().startsWith("no-list: it cannot be read");
        plant("sub/.git/index", "no index");
        plant("sub/a", "text");
        assertThat(audit()).isEqualTo(2);
        assertThat(out.toString()).contains("sub: it cannot be read (");
        plant("dump", (OTHER + "\n").repeat(KeyScanner.MOST_PLACES));
        assertThat(audit()).isEqualTo(2);
        assertThat(out.toString()).contains("dump: it holds more keys than are listed");
    }

    @Test
    void writesJsonForScripts() throws IOException {
        plant("a b.py", "\n" + STRAY);

        assertThat(audit("-o", "json")).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("files").asInt()).isEqualTo(1);
        JsonNode finding = report.path("findings").path(0);
        assertThat(finding.path("line").asInt()).isEqualTo(2);
        assertThat(finding.path("rule").asText()).isEqualTo("hard-coded-key");
        assertThat(finding.path("sha256").asText())
                .isEqualTo(SampleKeys.hashOf(STRAY).value());
        assertThat(finding.path("shape").asText()).isEqualTo("service");
        assertThat(finding.path("encoding").asText()).isEqualTo("plain");
    }

    @Test
    void writesSarifThatFitsTheOfficialSchema() throws IOException {
        plant("a b.py", "\n" + STRAY);
        plant(AllowList.FILE, "path:/gone 2026-11-23 TICKET-13\nwhat\n");

        assertThat(audit("-o", "sarif")).isEqualTo(2);
        assertThat(SarifSchema.problems(out.toString())).isEmpty();
        assertThat(out.toString()).contains("a%20b.py", "\"ruleId\" : \"hard-coded-key\"", "\"startLine\" : 2");
    }

    @Test
    void printsWhatThereIsWhenAskedForNothing() {
        assertThat(run("audit")).isZero();
        assertThat(out.toString()).contains("source");
        assertThat(run("audit", "source", "--help")).isZero();
        assertThat(out.toString()).contains("openrouter-operator audit source .", "Exit codes:");
    }

    private Path plant(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int audit(String... options) {
        List<String> arguments = new ArrayList<>(List.of("audit", "source", tree.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return OperatorCommand.commandLine(Clock.fixed(NOW, ZoneOffset.UTC), InputStream.nullInputStream())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
