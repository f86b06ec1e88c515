package io.openrouteroperator.evidence.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.report.Finding;
import io.openrouteroperator.core.compliance.report.RotationLine;
import io.openrouteroperator.core.compliance.snapshot.PublishedLog;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole report as JSON in ASCII; its schema is {@code docs/compliance-report.schema.json}. */
public final class JsonFormat implements EvidenceFormat {
    /** Which schema a document follows. */
    public static final String SCHEMA = "openrouter-operator.io/compliance-report/v1";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    @Override
    public void write(ComplianceReport report, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            JsonFields fields = new JsonFields(json);
            json.writeStartObject();
            head(report, json, fields);
            fields.array("controls", report.verdicts(), verdict -> JsonVerdict.write(verdict, report.at(), fields));
            fields.array("classes", report.classes(), line -> JsonInventory.write(line, fields));
            fields.time("providersSince", since(report));
            fields.array("providers", report.providers(), line -> JsonInventory.write(line, fields));
            fields.array("keys", report.keys(), line -> JsonInventory.write(line, fields));
            fields.array("findings", report.findings(), finding -> finding(finding, report, fields));
            JsonInventory.exemptions(report, fields);
            JsonInventory.attestations(report, fields);
            fields.array("rotations", report.rotations(), line -> rotation(line, fields));
            integrity(report, json, fields);
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void head(ComplianceReport report, JsonGenerator json, JsonFields fields) throws IOException {
        fields.text("schema", SCHEMA);
        fields.text("statement", STATEMENT);
        fields.time("at", report.at());
        fields.time("snapshotTakenAt", report.view().takenAt());
        fields.text("scope", report.view().scope().text());
        json.writeObjectFieldStart("summary");
        for (ControlState state : ControlState.values()) {
            json.writeNumberField(state.text(), report.count(state));
        }
        json.writeEndObject();
        fields.array(
                "gaps",
                report.view().gaps().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .toList(),
                gap -> {
                    fields.text("source", gap.getKey().text());
                    fields.text("reason", gap.getValue());
                });
    }

    private static @Nullable Instant since(ComplianceReport report) {
        PublishedProviders published = report.view().providers();
        return published == null ? null : published.since();
    }

    private static void finding(Finding finding, ComplianceReport report, JsonFields fields) throws IOException {
        fields.texts("controls", finding.controls());
        fields.text("owner", finding.owner());
        fields.text("subject", finding.observation().subject().toString());
        fields.text("statement", finding.observation().statement());
        fields.time("since", finding.observation().since());
        fields.number("ageDays", finding.ageDays(report.at()));
    }

    private static void rotation(RotationLine line, JsonFields fields) throws IOException {
        fields.text("service", line.service());
        fields.number("serial", (long) line.serial());
        fields.text("event", line.event());
        fields.time("at", line.at());
    }

    private static void integrity(ComplianceReport report, JsonGenerator json, JsonFields fields) throws IOException {
        json.writeObjectFieldStart("integrity");
        fields.text("snapshotSha256", report.integrity().snapshotDigest());
        PublishedLog log = report.integrity().log();
        fields.texts("auditPublicKeys", log == null ? List.of() : log.publicKeys());
        fields.texts("auditCheckpoints", report.integrity().checkpoints());
        json.writeEndObject();
    }
}
