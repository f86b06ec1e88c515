package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.scan.Finding;
import io.openrouteroperator.core.scan.FindingResult;
import io.openrouteroperator.core.scan.FindingSubject;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import io.openrouteroperator.policyreport.ReportBody;
import io.openrouteroperator.policyreport.ReportWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a report: its summary and its results. It is the same for the same findings, whenever it is written. */
final class ReportResults {
    /** Of the report in each governed namespace. */
    static final String NAME = "openrouter-operator";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CATEGORY = "OpenRouter keys";

    /** A report stays below 256 KiB with the most results that a scan lists. */
    private static final int LONGEST = 500;

    private final RulePages pages;

    ReportResults(RulePages pages) {
        this.pages = pages;
    }

    /** The body for one namespace. */
    ReportBody of(NamespaceOutcome outcome) {
        return new ReportBody() {
            @Override
            public ObjectNode summary() {
                return ReportResults.this.summary(outcome);
            }

            @Override
            public ArrayNode results(JsonNode before) {
                return ReportResults.this.results(outcome, before);
            }
        };
    }

    /** Counts of everything, also of what is not listed. */
    ObjectNode summary(NamespaceOutcome outcome) {
        return JSON.objectNode()
                .put("pass", outcome.clean())
                .put("fail", outcome.count(FindingResult.FAIL))
                .put("warn", outcome.count(FindingResult.WARN))
                .put("error", 0)
                .put("skip", outcome.count(FindingResult.SKIP));
    }

    /**
     * The findings, most severe first.
     *
     * @param before results of the report as it is; a finding that it has keeps the time at which it was found first
     */
    ArrayNode results(NamespaceOutcome outcome, JsonNode before) {
        Map<JsonNode, JsonNode> foundAt = new HashMap<>();
        before.forEach(result -> foundAt.put(identity(result), result.path("timestamp")));
        String policies = outcome.policies().stream().map(GoverningPolicy::name).collect(Collectors.joining(", "));
        List<Finding> sorted = outcome.findings().stream()
                .sorted(Comparator.comparing(finding -> finding.violation().rule()))
                .toList();
        ArrayNode results = JSON.arrayNode();
        for (Finding finding : sorted) {
            ObjectNode result = result(finding, policies);
            JsonNode since = foundAt.get(identity(result));
            results.add(result.set("timestamp", since == null ? timestamp(outcome.at()) : since));
        }
        return results;
    }

    /** What makes two results the same finding: everything but when it was found. */
    private static JsonNode identity(JsonNode result) {
        return result.<ObjectNode>deepCopy().without("timestamp");
    }

    private ObjectNode result(Finding finding, String policies) {
        Violation violation = finding.violation();
        ObjectNode result = JSON.objectNode()
                .put("source", ReportWriter.SOURCE)
                .put("policy", policies)
                .put("rule", violation.rule().id())
                .put("category", CATEGORY)
                .put("severity", severity(violation.rule()))
                .put("result", finding.result().name().toLowerCase(Locale.ROOT))
                .put("scored", finding.result() == FindingResult.FAIL)
                .put("message", bounded(message(finding)));
        result.putArray("resources").add(resource(finding.subject()));
        result.set("properties", properties(finding));
        return result;
    }

    private static String message(Finding finding) {
        Violation violation = finding.violation();
        String text = "%s: %s %s".formatted(violation.path(), violation.what(), violation.why());
        return finding.exemption() == null
                ? text
                : "exempted until %s (%s): %s"
                        .formatted(
                                finding.exemption().until(), finding.exemption().reason(), text);
    }

    private ObjectNode properties(Finding finding) {
        Violation violation = finding.violation();
        ObjectNode properties =
                JSON.objectNode().put("path", bounded(violation.path())).put("more", pages.pointer(List.of(violation)));
        if (violation.classification() != null) {
            properties.put("classification", violation.classification());
        }
        if (finding.subject().workload() != null) {
            properties.put("workload", finding.subject().workload());
        }
        return properties;
    }

    private static ObjectNode resource(FindingSubject subject) {
        return JSON.objectNode()
                .put("apiVersion", subject.apiVersion())
                .put("kind", subject.kind())
                .put("namespace", subject.namespace())
                .put("name", subject.name())
                .put("uid", subject.uid());
    }

    private static ObjectNode timestamp(Instant at) {
        return JSON.objectNode().put("seconds", at.getEpochSecond()).put("nanos", 0);
    }

    /** A management key opens everything; the others open one budget. */
    private static String severity(Rule rule) {
        return switch (rule) {
            case MANAGEMENT_KEY_EXPOSED -> "critical";
            case NOT_EXAMINABLE -> "medium";
            default -> "high";
        };
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
