package io.openrouteroperator.cli.lint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.lint.Finding;
import io.openrouteroperator.cli.lint.LintResult;
import io.openrouteroperator.core.admission.AdmissionMessage;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.key.SecretValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/** SARIF 2.1.0, which code hosts show beside the changed lines. */
public final class SarifReport implements LintReport {
    private static final String INFORMATION = "https://openrouter-operator.io";

    private final String version;

    /** @param version of the tool, for its description */
    public SarifReport(String version) {
        this.version = version;
    }

    @Override
    public String of(LintResult result) {
        ObjectNode sarif = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = sarif.putArray("runs").addObject();
        List<Rule> rules = List.of(Rule.values());
        describeTool(run.putObject("tool").putObject("driver"), rules);
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", result.unreadable().isEmpty());
        ArrayNode problems = invocation.putArray("toolExecutionNotifications");
        result.unreadable()
                .forEach(line -> problems.addObject()
                        .put("level", "error")
                        .putObject("message")
                        .put("text", line));
        ArrayNode results = run.putArray("results");
        result.findings().forEach(finding -> write(finding, rules, results.addObject()));
        return sarif.toPrettyString() + "\n";
    }

    private void describeTool(ObjectNode driver, List<Rule> rules) {
        driver.put("name", "openrouter-operator").put("version", version).put("informationUri", INFORMATION);
        ArrayNode described = driver.putArray("rules");
        for (Rule rule : rules) {
            ObjectNode node = described.addObject().put("id", rule.id());
            node.putObject("shortDescription").put("text", rule.summary());
            node.put("helpUri", INFORMATION + "/rules/" + rule.id());
            node.putObject("help").put("text", "openrouter-operator explain " + rule.id());
        }
    }

    private static void write(Finding finding, List<Rule> rules, ObjectNode node) {
        node.put("ruleId", finding.violation().rule().id())
                .put("ruleIndex", rules.indexOf(finding.violation().rule()))
                .put("level", finding.level().word());
        node.putObject("message").put("text", text(finding));
        ObjectNode location = node.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.file()));
        physical.putObject("region").put("startLine", finding.line());
        location.putArray("logicalLocations")
                .addObject()
                .put(
                        "fullyQualifiedName",
                        finding.object() + " " + finding.violation().path());
        // Lines move; what is wrong with which field of which object does not.
        List<String> identity = List.of(
                finding.violation().rule().id(),
                finding.object().toString(),
                finding.violation().path(),
                finding.violation().what());
        node.putObject("partialFingerprints")
                .put(
                        "violation/v1",
                        SecretValue.of(String.join("\n", identity)).hash().value());
    }

    private static String text(Finding finding) {
        return finding.violation().what() + " " + finding.violation().why() + "\n"
                + AdmissionMessage.fix(finding.violation()).strip();
    }

    /** A URI reference, relative as the file was named, with whatever a path may hold and a URI may not escaped. */
    private static String uri(String file) {
        try {
            List<String> steps = new ArrayList<>();
            for (String step : file.replace('\\', '/').split("/", -1)) {
                steps.add(new URI(null, null, "/" + step, null).toASCIIString().substring(1));
            }
            return String.join("/", steps);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a path can always be escaped", e);
        }
    }
}
