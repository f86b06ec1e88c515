package io.openrouteroperator.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.CommandRun;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.evidence.SampleReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that are written again and again. */
class ReportFolderTest {
    private static final String CLUSTER = SampleReview.CLUSTER.toString();

    @TempDir
    private Path work;

    @Test
    void keepsTheYoungestOfEachFormatAndWhateverIsNotItsOwn() throws IOException {
        Files.writeString(work.resolve("openrouter-review-notes.csv"), "somebody's own");
        Files.writeString(
                work.resolve(".openrouter-review-2026-11-01T00-00-00Z.csv.unfinished"), "a run that was ended");
        ReportFolder folder = new ReportFolder(work, 2);
        for (int run = 0; run < 4; run++) {
            folder.write(report(run), ReportLayout.csv);
        }
        folder.write(report(0), ReportLayout.json);

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "openrouter-review-2026-11-26T12-00-00Z.csv",
                        "openrouter-review-2026-11-27T12-00-00Z.csv",
                        "openrouter-review-2026-11-24T12-00-00Z.json",
                        "openrouter-review-notes.csv");
    }

    @Test
    void keepsAllWhenNothingElseIsAskedFor() throws IOException {
        ReportFolder folder = new ReportFolder(work.resolve("new"), 0);
        for (int run = 0; run < 4; run++) {
            folder.write(report(run), ReportLayout.markdown);
        }

        try (Stream<Path> files = Files.list(work.resolve("new"))) {
            assertThat(files).hasSize(4).allMatch(file -> file.toString().endsWith(".md"));
        }
    }

    @Test
    void oneRunWritesAllFormats() throws IOException {
        CommandRun run = CommandRun.of(
                "report",
                "--snapshot",
                CLUSTER,
                "--format",
                "html,json,csv,markdown,oscal",
                "--output-directory",
                work.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(names())
                .extracting(name -> name.replaceAll(".*Z", ""))
                .containsExactlyInAnyOrder(".html", ".json", ".csv", ".md", ".oscal.json");
    }

    @Test
    void schedulersAreNotToldThatAControlFails() throws IOException {
        Path broken = Files.writeString(
                work.resolve("cluster.yaml"), SampleReview.cluster().replace("unmanaged: 0", "unmanaged: 3"));

        assertThat(CommandRun.of("report", "--snapshot", broken.toString()).exitCode())
                .isEqualTo(1);
        assertThat(CommandRun.of("report", "--snapshot", broken.toString(), "--exit-zero")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("report", "--snapshot", "no-such-file", "--exit-zero")
                        .exitCode())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--output a --output-directory b | Give --output or --output-directory, not both.",
                "--format html,json | Several formats need --output-directory.",
                "--keep 3 | --keep needs --output-directory.",
                "--output-directory b --keep -1 | --keep takes a count",
                "--format pdf | expected one of [html, json, csv, markdown, oscal]",
            })
    void optionsThatDoNotFitAreRefused(String options, String problem) {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of("report", "--snapshot", CLUSTER), Stream.of(options.split(" ", -1)))
                        .toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(problem);
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnError() throws IOException {
        Path file = Files.writeString(work.resolve("file"), "");

        CommandRun run = CommandRun.of("report", "--snapshot", CLUSTER, "--output-directory", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("A file could not be read or written");
    }

    private static ComplianceReport report(int day) {
        var later = SampleReview.NOW.plus(Duration.ofDays(day));
        return ComplianceReport.of(
                SampleReview.snapshot(SampleReview.cluster(), later), ReviewScope.EVERYTHING, later, "");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
