package io.openrouteroperator.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * OSCAL assessment results in JSON (NIST, version 1.1.3). A control that passes or is attested is satisfied, every other one is not;
 * one that nothing applies to is left out. Equal reports have equal ids.
 */
public final class OscalFormat implements EvidenceFormat {
    /** Of the properties that are ours. */
    static final String NAMESPACE = "https://openrouter-operator.io/ns/oscal";

    private static final String VERSION = "1.1.3";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final String fileName;

    /** The format; OSCAL asks for a plan, and the file is told to be its own. */
    public OscalFormat(String fileName) {
        this.fileName = fileName;
    }

    @Override
    public void write(ComplianceReport report, Writer out) throws IOException {
        String seed = report.integrity().snapshotDigest()
                + report.at()
                + report.view().scope();
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            JsonFields fields = new JsonFields(json);
            json.writeStartObject();
            json.writeObjectFieldStart("assessment-results");
            fields.text("uuid", StableId.of(seed, "results"));
            metadata(report, json, fields);
            json.writeObjectFieldStart("import-ap");
            fields.text("href", fileName);
            fields.text(
                    "remarks", "There is no plan apart from this document: it says itself what was examined, and how.");
            json.writeEndObject();
            fields.array("results", List.of(report), each -> result(each, seed, json, fields));
            json.writeEndObject();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void metadata(ComplianceReport report, JsonGenerator json, JsonFields fields) throws IOException {
        json.writeObjectFieldStart("metadata");
        fields.text(
                "title",
                "OpenRouter review of " + HtmlRows.text(report.view().scope().text()));
        fields.time("last-modified", report.at());
        fields.text("version", "1");
        fields.text("oscal-version", VERSION);
        fields.text("remarks", STATEMENT);
        json.writeEndObject();
    }

    private static void result(ComplianceReport report, String seed, JsonGenerator json, JsonFields fields)
            throws IOException {
        List<Verdict> applicable = report.verdicts().stream()
                .filter(verdict -> verdict.state() != ControlState.NOT_APPLICABLE)
                .toList();
        OscalFindings findings = new OscalFindings(seed, report.view().takenAt().toString(), json, fields);
        fields.text("uuid", StableId.of(seed, "result"));
        fields.text("title", "What is configured and observed");
        fields.text(
                "description",
                "Made of a snapshot of %s with SHA-256 %s"
                        .formatted(report.view().takenAt(), report.integrity().snapshotDigest()));
        fields.time("start", report.view().takenAt());
        checkpoints(report, fields);
        json.writeObjectFieldStart("reviewed-controls");
        fields.array("control-selections", List.of(applicable), selected -> {
            fields.array(
                    "include-controls",
                    selected,
                    verdict -> fields.text("control-id", verdict.control().id()));
        });
        json.writeEndObject();
        fields.array("observations", applicable, findings::observation);
        fields.array("findings", applicable, findings::finding);
    }

    /** A property's value is a line that neither begins nor ends with a blank. */
    private static void checkpoints(ComplianceReport report, JsonFields fields) throws IOException {
        List<String> checkpoints = report.integrity().checkpoints().stream()
                .map(checkpoint -> PlainText.of(checkpoint).strip())
                .toList();
        if (!checkpoints.isEmpty()) {
            fields.array("props", checkpoints, checkpoint -> {
                fields.text("name", "audit-checkpoint");
                fields.text("ns", NAMESPACE);
                fields.text("value", checkpoint);
            });
        }
    }
}
