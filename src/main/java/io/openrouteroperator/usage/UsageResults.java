package io.openrouteroperator.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.NamespaceFindings;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageRule;
import io.openrouteroperator.policyreport.ReportBody;
import io.openrouteroperator.policyreport.ReportWriter;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a namespace's report about usage. It is the same for the same findings, whenever it is written. */
final class UsageResults implements ReportBody {
    private static final int LONGEST = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final NamespaceFindings findings;
    private final Instant at;

    /** @param at since when findings are known that were not known before */
    UsageResults(NamespaceFindings findings, Instant at) {
        this.findings = findings;
        this.at = at;
    }

    /** Counts of everything, also of what is not listed. */
    @Override
    public ObjectNode summary() {
        return JSON.objectNode()
                .put("pass", 0)
                .put("fail", findings.violations())
                .put("warn", findings.warnings())
                .put("error", 0)
                .put("skip", 0);
    }

    @Override
    public ArrayNode results(JsonNode before) {
        Map<JsonNode, JsonNode> foundAt = new HashMap<>();
        before.forEach(result -> foundAt.put(identity(result), result.path("timestamp")));
        ArrayNode results = JSON.arrayNode();
        findings.listed().forEach(finding -> {
            ObjectNode result = result(finding);
            JsonNode since = foundAt.get(identity(result));
            results.add(result.set(
                    "timestamp",
                    since == null
                            ? JSON.objectNode()
                                    .put("seconds", at.getEpochSecond())
                                    .put("nanos", 0)
                            : since));
        });
        return results;
    }

    /** A late row changes the counts of a finding, and not which finding it is. */
    private static JsonNode identity(JsonNode result) {
        ObjectNode identity = JSON.objectNode();
        identity.set("rule", result.path("rule"));
        identity.set("uid", result.at("/resources/0/uid"));
        for (String name : List.of("date", "provider", "model")) {
            identity.set(name, result.path("properties").path(name));
        }
        return identity;
    }

    private static ObjectNode result(UsageFinding finding) {
        boolean violation = finding.rule().isViolation();
        ObjectNode result = JSON.objectNode()
                .put("source", ReportWriter.SOURCE)
                .put("policy", finding.owner().policy())
                .put("rule", finding.rule().id())
                .put("category", "OpenRouter usage")
                .put("severity", severity(finding.rule()))
                .put("result", violation ? "fail" : "warn")
                .put("scored", violation)
                .put("message", bounded(finding.message()));
        result.putArray("resources").add(resource(finding.owner()));
        result.set("properties", properties(finding));
        return result;
    }

    private static ObjectNode properties(UsageFinding finding) {
        ObjectNode properties =
                JSON.objectNode().put("classification", finding.owner().classification());
        put(properties, "date", finding.day());
        put(properties, "provider", finding.provider());
        put(properties, "model", finding.model());
        if (!finding.settled()) {
            properties.put("settled", "false");
        }
        if (finding.requests() > 0) {
            properties.put("requests", Long.toString(finding.requests()));
            properties.put(
                    "usd", finding.usd().setScale(4, RoundingMode.HALF_UP).toPlainString());
        }
        return properties;
    }

    private static void put(ObjectNode properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
    }

    private static ObjectNode resource(KeyOwner owner) {
        OpenRouterKey kind = new OpenRouterKey();
        return JSON.objectNode()
                .put("apiVersion", kind.getApiVersion())
                .put("kind", kind.getKind())
                .put("namespace", owner.namespace())
                .put("name", owner.name())
                .put("uid", owner.uid());
    }

    private static String severity(UsageRule rule) {
        if (!rule.isViolation()) {
            return rule == UsageRule.KEY_UNUSED ? "low" : "medium";
        }
        return rule == UsageRule.MODEL_NOT_ALLOWED ? "medium" : "high";
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
