package io.openrouteroperator.evidence.format;

import com.fasterxml.jackson.core.JsonGenerator;
import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Mapping;
import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.snapshot.Voucher;
import io.openrouteroperator.core.text.PlainText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The observation and the finding of each control, as OSCAL has them. */
final class OscalFindings {
    private final String seed;
    private final String collected;
    private final JsonGenerator json;
    private final JsonFields fields;

    OscalFindings(String seed, String collected, JsonGenerator json, JsonFields fields) {
        this.seed = seed;
        this.collected = collected;
        this.json = json;
        this.fields = fields;
    }

    void observation(Verdict verdict) throws IOException {
        fields.text("uuid", observationId(verdict));
        fields.text("title", verdict.control().id());
        fields.text("description", markdown(verdict.control().question()));
        fields.texts("methods", verdict.vouchers().isEmpty() ? List.of("EXAMINE") : List.of("EXAMINE", "INTERVIEW"));
        fields.texts("types", List.of("control-objective"));
        evidence(verdict);
        fields.text("collected", collected);
        fields.text("remarks", markdown("Reproduce: " + verdict.control().reproduce()));
    }

    private void evidence(Verdict verdict) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Observation each :
                verdict.observations().stream().limit(JsonVerdict.MOST_EVIDENCE).toList()) {
            lines.add("%s: %s: %s".formatted(each.outcome(), each.subject(), each.statement()));
        }
        for (Voucher each : verdict.vouchers()) {
            lines.add("%s vouches until %s: %s".formatted(each.by(), each.validUntil(), each.evidence()));
        }
        if (!lines.isEmpty()) {
            fields.array("relevant-evidence", lines, line -> fields.text("description", markdown(line)));
        }
    }

    void finding(Verdict verdict) throws IOException {
        fields.text("uuid", StableId.of(seed, "finding", verdict.control().id()));
        fields.text("title", verdict.control().id());
        fields.text("description", markdown(verdict.control().question()));
        fields.array("props", verdict.control().mappings(), this::property);
        target(verdict);
        fields.array(
                "related-observations", List.of(verdict), each -> fields.text("observation-uuid", observationId(each)));
        fields.text("remarks", markdown(verdict.summary()));
    }

    private void property(Mapping mapping) throws IOException {
        fields.text("name", "requirement");
        fields.text("ns", OscalFormat.NAMESPACE);
        fields.text("value", mapping.framework().title() + " " + mapping.reference());
        fields.text("class", mapping.framework().name().toLowerCase(Locale.ROOT));
    }

    private void target(Verdict verdict) throws IOException {
        json.writeObjectFieldStart("target");
        fields.text("type", "objective-id");
        fields.text("target-id", verdict.control().id());
        json.writeObjectFieldStart("status");
        boolean satisfied = verdict.state() == ControlState.PASS || verdict.state() == ControlState.ATTESTED;
        fields.text("state", satisfied ? "satisfied" : "not-satisfied");
        fields.text(
                "reason",
                switch (verdict.state()) {
                    case PASS -> "pass";
                    case FAIL -> "fail";
                    case ATTESTED, UNKNOWN, NOT_APPLICABLE -> "other";
                });
        fields.text("remarks", verdict.state().text());
        json.writeEndObject();
        json.writeEndObject();
    }

    private String observationId(Verdict verdict) {
        return StableId.of(seed, "observation", verdict.control().id());
    }

    /** OSCAL's descriptions are Markdown. */
    private static String markdown(String text) {
        return MarkdownFormat.escaped(PlainText.of(text));
    }
}
