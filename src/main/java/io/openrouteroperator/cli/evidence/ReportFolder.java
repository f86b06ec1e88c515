package io.openrouteroperator.cli.evidence;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that a report goes into again and again, each into a file of its own with its time in the name. A file appears when it is
 * whole. Nothing but reports is ever taken away.
 */
final class ReportFolder {
    private static final String PREFIX = "openrouter-review-";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}-\\d{2}-\\d{2}Z";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private final int keep;

    /** @param keep how many reports of each format stay, the youngest; 0 for all */
    ReportFolder(Path folder, int keep) {
        this.folder = folder;
        this.keep = keep;
    }

    /** Writes a report, and takes away what is too much; returns the file. */
    Path write(ComplianceReport report, ReportLayout layout) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(PREFIX + NAME.format(report.view().takenAt()) + layout.ending());
        Path unfinished = folder.resolve("." + file.getFileName() + UNFINISHED);
        try (BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
            layout.format(file).write(report, out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        tidy(layout);
        return file;
    }

    private void tidy(ReportLayout layout) throws IOException {
        String name = PREFIX + TIME + Pattern.quote(layout.ending());
        for (Path left : named("\\." + name + Pattern.quote(UNFINISHED))) {
            Files.deleteIfExists(left);
        }
        List<Path> reports = named(name);
        int surplus = keep == 0 ? 0 : Math.max(0, reports.size() - keep);
        for (Path old : reports.subList(0, surplus)) {
            Files.deleteIfExists(old);
        }
    }

    /** Files of a name, the oldest first. */
    private List<Path> named(String pattern) throws IOException {
        Pattern name = Pattern.compile(pattern);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }
}
