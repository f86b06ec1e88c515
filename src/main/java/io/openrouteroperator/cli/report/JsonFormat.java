package io.openrouteroperator.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.terminal.JsonText;

/** For scripts: {@code {CHECKED, findings: [{file, line, level, rule, DETAILS, what, why, fix}], unreadable}}. */
final class JsonFormat implements ReportFormat {
    @Override
    public String of(Report report) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(report.checked().nouns(), report.checked().number());
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> write(finding, findings.addObject()));
        ArrayNode unreadable = json.putArray("unreadable");
        report.unreadable().forEach(unreadable::add);
        return JsonText.of(json);
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("file", finding.file())
                .put("line", finding.line())
                .put("level", finding.level().word())
                .put("rule", finding.rule());
        finding.details().forEach(node::put);
        node.put("what", finding.what())
                .put("why", finding.why())
                .put("fix", finding.fix().strip());
    }
}
