package io.openrouteroperator.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.proof.bench.ReportBench;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand keys: none is left out, and evidence stays readable. {@code make bench-report} measures the same. */
class ManyKeysTest {
    private static final int KEYS = 10_000;
    private static final int PLANTED = 100;
    private static final int MOST_EVIDENCE = 50;

    @TempDir
    private Path work;

    @Test
    void everyKeyAndEveryFindingIsReported() throws IOException {
        Path snapshot = work.resolve("snapshot.jsonl");
        Path json = work.resolve("report.json");
        ReportBench.write(snapshot, KEYS);

        CommandRun run = CommandRun.of(
                "report", "--snapshot", snapshot.toString(), "--format", "json", "--output", json.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.path("keys")).hasSize(KEYS + 2);
        assertThat(report.path("findings"))
                .filteredOn(finding -> finding.path("statement").asText().equals("OpenRouter knows no limit for it"))
                .hasSize(PLANTED);
        assertThat(report.path("controls"))
                .allSatisfy(
                        control -> assertThat(control.path("evidence").size()).isLessThanOrEqualTo(MOST_EVIDENCE));
    }
}
