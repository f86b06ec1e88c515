package io.openrouteroperator.cli.evidence;

import io.openrouteroperator.evidence.format.CsvFormat;
import io.openrouteroperator.evidence.format.EvidenceFormat;
import io.openrouteroperator.evidence.format.HtmlFormat;
import io.openrouteroperator.evidence.format.JsonFormat;
import io.openrouteroperator.evidence.format.MarkdownFormat;
import io.openrouteroperator.evidence.format.OscalFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The values of {@code --format}. */
enum ReportLayout {
    html(".html"),
    json(".json"),
    csv(".csv"),
    markdown(".md"),
    oscal(".oscal.json");

    private final String ending;

    ReportLayout(String ending) {
        this.ending = ending;
    }

    /** What names of its files end with. */
    String ending() {
        return ending;
    }

    /**
     * The format.
     *
     * @param output the file that is written, null for standard output
     */
    EvidenceFormat format(@Nullable Path output) {
        Path name = output == null ? null : output.getFileName();
        return switch (this) {
            case html -> new HtmlFormat();
            case json -> new JsonFormat();
            case csv -> new CsvFormat();
            case markdown -> new MarkdownFormat();
            case oscal -> new OscalFormat(name == null ? "assessment-results.json" : name.toString());
        };
    }
}
