package io.openrouteroperator.cli.evidence;

import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a report looks like, and where it goes. */
final class ReportOutput {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            split = ",",
            defaultValue = "markdown",
            description = "One of ${COMPLETION-CANDIDATES}; with --output-directory several, such as html,json."
                    + " Default: ${DEFAULT-VALUE}.")
    private List<ReportLayout> layouts = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "Where to write. Default: standard output.")
    private @Nullable Path output;

    @Option(
            names = "--output-directory",
            paramLabel = "DIR",
            description = "Write a file for each format into this folder, with the time in its name.")
    private @Nullable Path directory;

    @Option(
            names = "--keep",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = "With --output-directory: keep the COUNT youngest reports of each format, and delete older"
                    + " ones. Default: all.")
    private int keep;

    /** Complains about options that do not fit together, before anything is read. */
    void check() {
        if (directory != null && output != null) {
            throw wrong("Give --output or --output-directory, not both.");
        }
        if (directory == null && keep != 0) {
            throw wrong("--keep needs --output-directory.");
        }
        if (directory == null && layouts.size() != 1) {
            throw wrong("Several formats need --output-directory.");
        }
        if (keep < 0) {
            throw wrong("--keep takes a count, 0 for all.");
        }
    }

    /** Writes the report. */
    void write(ComplianceReport report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (directory != null) {
            ReportFolder folder = new ReportFolder(directory, keep);
            for (ReportLayout layout : layouts) {
                tell(report, folder.write(report, layout), out);
            }
        } else if (output != null) {
            try (BufferedWriter file = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
                layouts.getFirst().format(output).write(report, file);
            }
            tell(report, output, out);
        } else {
            layouts.getFirst().format(null).write(report, out);
        }
        out.flush();
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    private static void tell(ComplianceReport report, Path file, PrintWriter out) {
        out.println("%d controls pass, %d fail, %d attested, %d unknown; written to %s"
                .formatted(
                        report.count(ControlState.PASS),
                        report.count(ControlState.FAIL),
                        report.count(ControlState.ATTESTED),
                        report.count(ControlState.UNKNOWN),
                        file));
    }
}
