package io.openrouteroperator.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.report.Finding.Subject;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.core.key.SecretValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SARIF 2.1.0, which code hosts show beside the changed lines. */
final class SarifFormat implements ReportFormat {
    private static final String INFORMATION = "https://openrouter-operator.io";

    private final String version;

    /** @param version of the tool, for its description */
    SarifFormat(String version) {
        this.version = version;
    }

    @Override
    public String of(Report report) {
        ObjectNode sarif = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = sarif.putArray("runs").addObject();
        describeTool(run.putObject("tool").putObject("driver"), report.rules());
        ObjectNode invocation = run.putArray("invocations").addObject();
        invocation.put("executionSuccessful", report.unreadable().isEmpty());
        ArrayNode problems = invocation.putArray("toolExecutionNotifications");
        report.unreadable()
                .forEach(line -> problems.addObject()
                        .put("level", "error")
                        .putObject("message")
                        .put("text", line));
        List<String> rules = report.rules().stream().map(RuleDescription::id).toList();
        ArrayNode results = run.putArray("results");
        report.findings().forEach(finding -> write(finding, rules, results.addObject()));
        return JsonText.of(sarif);
    }

    private void describeTool(ObjectNode driver, List<RuleDescription> rules) {
        driver.put("name", "openrouter-operator").put("version", version).put("informationUri", INFORMATION);
        ArrayNode described = driver.putArray("rules");
        for (RuleDescription rule : rules) {
            ObjectNode node = described.addObject().put("id", rule.id());
            node.putObject("shortDescription").put("text", rule.summary());
            node.put("helpUri", INFORMATION + "/" + rule.page());
            node.putObject("help").put("text", rule.help());
        }
    }

    private static void write(Finding finding, List<String> rules, ObjectNode node) {
        node.put("ruleId", finding.rule())
                .put("ruleIndex", rules.indexOf(finding.rule()))
                .put("level", finding.level().word());
        String text =
                finding.what() + " " + finding.why() + "\n" + finding.fix().strip();
        node.putObject("message").put("text", text);
        ObjectNode location = node.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(finding.file()));
        physical.putObject("region").put("startLine", finding.line());
        if (!finding.subject().equals(Subject.LINE)) {
            location.putArray("logicalLocations")
                    .addObject()
                    .put(
                            "fullyQualifiedName",
                            finding.subject().object() + " " + finding.subject().path());
        }
        node.putObject("partialFingerprints")
                .put(
                        "violation/v1",
                        SecretValue.of(String.join("\n", finding.identity()))
                                .hash()
                                .value());
    }

    /** Relative where it can be: a code host shows a finding only beside a file of the checkout. */
    private static String relative(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file).normalize();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    /** A URI reference, with whatever a path may hold and a URI may not escaped. */
    private static String uri(String file) {
        try {
            List<String> steps = new ArrayList<>();
            for (String step : relative(file).replace('\\', '/').split("/", -1)) {
                steps.add(new URI(null, null, "/" + step, null).toASCIIString().substring(1));
            }
            return String.join("/", steps);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("a path can always be escaped", e);
        }
    }
}
