package io.openrouteroperator.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.evidence.SampleReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as people and pipelines ask for it. */
class ReportCommandTest {
    private static final String CLUSTER = SampleReview.CLUSTER.toString();
    private static final Path HOSTILE = Path.of("src/test/resources/evidence/hostile.yaml");

    @TempDir
    private Path work;

    @Test
    void succeedsWhenNothingFailsAndFailsWhenSomethingDoes() throws IOException {
        assertThat(CommandRun.of("report", "--snapshot", CLUSTER).exitCode()).isZero();
        assertThat(CommandRun.of("report", "--snapshot", CLUSTER).out())
                .startsWith("## OpenRouter review of the whole cluster")
                .contains("0 fail, 9 attested, 0 unknown", "| pass | training-denied | 2 observed as asked |")
                .doesNotContain("### Findings");

        String broken = changed("unmanaged: 0", "unmanaged: 3").toString();
        assertThat(CommandRun.of("report", "--snapshot", broken).exitCode()).isEqualTo(1);
        assertThat(CommandRun.of("report", "--snapshot", broken).out())
                .contains("**fail** | no-unmanaged-keys", "### Findings", "account production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/test/resources/evidence/cluster.yaml", "src/test/resources/evidence/hostile.yaml"})
    void jsonFollowsThePublishedSchema(String cluster) throws IOException {
        Path filled =
                Files.writeString(work.resolve("cluster.yaml"), Corpus.filled(Files.readString(Path.of(cluster))));
        String report = CommandRun.of("report", "--snapshot", filled.toString(), "--format", "json")
                .out();

        List<Error> problems = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/compliance-report.schema.json")), InputFormat.JSON)
                .validate(report, InputFormat.JSON);
        assertThat(problems).isEmpty();
    }

    @Test
    void isNoReportOfASnapshotThatHoldsNothing() {
        CommandRun run = CommandRun.withInput("", "report", "--snapshot", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("-: it holds no Kubernetes object, so it is no export of a cluster");
    }

    @Test
    void tellsWhereProvidersAreAndWhatTheySayOfThemselves() {
        assertThat(CommandRun.of("report", "--snapshot", CLUSTER, "--format", "html")
                        .out())
                .contains(
                        "unchanged since 2026-11-20T08:00:00Z",
                        "OpenAI <span class=\"id\">openai</span></th><td>corporate/internal, corporate/confidential</td><td>US</td><td>US, IE</td><td class=\"number\">7</td>",
                        "href=\"https://openai.example/privacy\"",
                        "href=\"https://openai.example/terms\"",
                        "not in the catalogue <span class=\"id\">anthropic</span>");
        assertThat(CommandRun.of("report", "--snapshot", CLUSTER, "--format", "json")
                        .out())
                .contains(
                        "\"providersSince\" : \"2026-11-20T08:00:00Z\"",
                        "\"modelsKeptNowhere\" : 7",
                        "\"privacyPolicy\" : \"https://openai.example/privacy\"");
    }

    @ParameterizedTest
    @EnumSource(ReportLayout.class)
    void aSavedSnapshotGivesTheReportThatTheClusterGave(ReportLayout layout) {
        String saved = work.resolve("saved.jsonl").toString();
        String again = work.resolve("again.jsonl").toString();
        String format = layout.name();

        CommandRun first = CommandRun.of("report", "--snapshot", CLUSTER, "--format", format, "--save-snapshot", saved);
        CommandRun second = CommandRun.of("report", "--snapshot", saved, "--format", format, "--save-snapshot", again);

        assertThat(first.out()).isNotBlank();
        assertThat(second).isEqualTo(first);
        assertThat(Path.of(again)).hasSameTextualContentAs(Path.of(saved));
    }

    @Test
    void aSavedSnapshotHoldsNoSecretNoValueAndNoKey() throws IOException {
        Path cluster = Files.writeString(work.resolve("cluster.yaml"), Corpus.filled(Files.readString(HOSTILE)) + """
              - apiVersion: v1
                kind: Secret
                metadata: {namespace: shop, name: hidden}
                stringData: {password: correct-horse}
            """);
        Path saved = work.resolve("saved.jsonl");
        CommandRun.of("report", "--snapshot", cluster.toString(), "--save-snapshot", saved.toString());

        assertThat(saved)
                .content()
                .contains("OpenRouterKey", "+SUM(1)")
                .doesNotContain("correct-horse", "\"Secret\"", "\"value\"")
                .doesNotContainPattern("sk-or-v1-[0-9a-f]{20}");
    }

    @Test
    void aChangedOrCutSnapshotIsRefused() throws IOException {
        Path saved = work.resolve("saved.jsonl");
        CommandRun.of("report", "--snapshot", CLUSTER, "--save-snapshot", saved.toString());
        String text = Files.readString(saved);

        Path changed =
                Files.writeString(work.resolve("changed.jsonl"), text.replace("\"unmanaged\":0", "\"unmanaged\":1"));
        CommandRun run = CommandRun.of("report", "--snapshot", changed.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("its objects were changed since it was saved");

        Path cut = Files.writeString(work.resolve("cut.jsonl"), text.substring(0, text.lastIndexOf("{\"apiVersion\"")));
        assertThat(CommandRun.of("report", "--snapshot", cut.toString()).err()).contains("ends before its last line");
    }

    @ParameterizedTest
    @EnumSource(ReportLayout.class)
    void theReportOfANamespaceShowsNothingOfOthers(ReportLayout layout) {
        String report = CommandRun.of("report", "--snapshot", CLUSTER, "-n", "shop", "--format", layout.name())
                .out();

        assertThat(report).contains("shop").doesNotContain("bank", "ledger", "TICKET-12", "openrouter-management");
    }

    @Test
    void aSnapshotOfOneNamespaceIsNotTakenForTheWholeCluster() {
        String saved = work.resolve("saved.jsonl").toString();
        CommandRun.of("report", "--snapshot", CLUSTER, "-n", "shop", "--save-snapshot", saved);

        assertThat(CommandRun.of("report", "--snapshot", saved).out())
                .startsWith("## OpenRouter review of namespace shop");
        assertThat(CommandRun.of("report", "--snapshot", saved, "-n", "bank").err())
                .contains("it shows namespace shop only");
    }

    @Test
    void aClassCanBeShownAlone() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(CommandRun.of("report", "--snapshot", CLUSTER, "--class", "internal", "--format", "json")
                        .out());

        assertThat(report.at("/scope").asText()).isEqualTo("the whole cluster, class internal");
        assertThat(report.path("keys").findValuesAsText("name")).containsExactly("ledger");
        assertThat(report.path("classes").findValuesAsText("name")).containsExactly("internal");
    }

    @Test
    void aSummaryHasTheCheckpointsOfTheAuditLog() {
        assertThat(CommandRun.of("report", "--snapshot", CLUSTER, "--format", "markdown")
                        .out())
                .contains("### Checkpoints of the audit log\n\n- \\{", "operator-1", "2026-11-24T11&#58;00&#58;00Z");
    }

    @Test
    void judgesAsOfAnotherDay() {
        CommandRun later = CommandRun.of("report", "--snapshot", CLUSTER, "--at", "2027-03-01");

        assertThat(later.exitCode()).isEqualTo(1);
        assertThat(later.out()).contains("**fail** | provider-dpa", "**fail** | key-age");
    }

    @Test
    void judgesNoKeyAsOfATimeBeforeItWasMade() {
        CommandRun earlier = CommandRun.of("report", "--snapshot", CLUSTER, "--at", "2026-01-01");

        assertThat(earlier.exitCode()).isEqualTo(2);
        assertThat(earlier.out()).isEmpty();
        assertThat(earlier.err()).contains("--at: the key of shop/", "says nothing about 2026-01-01T00:00:00Z");
    }

    @Test
    void writesAFileAndSaysSo() throws IOException {
        Path page = work.resolve("review.html");
        CommandRun run =
                CommandRun.of("report", "--snapshot", CLUSTER, "--format", "html", "--output", page.toString());

        assertThat(run.out()).contains("0 fail, 9 attested, 0 unknown; written to " + page);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("shop/checkout", "sk-or-v1-0e6...1c96", "eu.openrouter.ai", "wiki.example/dpa", "</html>");
        assertThat(CommandRun.of(
                        "report",
                        "--snapshot",
                        CLUSTER,
                        "--output",
                        work.resolve("no/where").toString()))
                .satisfies(failed -> assertThat(failed.exitCode()).isEqualTo(2))
                .satisfies(failed -> assertThat(failed.err()).contains("A file could not be read or written"));
    }

    private Path changed(String written, String instead) throws IOException {
        return Files.writeString(
                work.resolve("changed.yaml"), SampleReview.cluster().replace(written, instead));
    }
}
