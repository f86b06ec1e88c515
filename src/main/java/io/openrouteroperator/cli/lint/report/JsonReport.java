package io.openrouteroperator.cli.lint.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.lint.Finding;
import io.openrouteroperator.cli.lint.LintResult;
import io.openrouteroperator.core.admission.AdmissionMessage;

/** For scripts: {@code {objects, findings: [{file, line, level, rule, path, kind, namespace, name, what, why, fix}], unreadable}}. */
public final class JsonReport implements LintReport {
    @Override
    public String of(LintResult result) {
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("objects", result.objects());
        ArrayNode findings = report.putArray("findings");
        result.findings().forEach(finding -> write(finding, findings.addObject()));
        ArrayNode unreadable = report.putArray("unreadable");
        result.unreadable().forEach(unreadable::add);
        return report.toPrettyString() + "\n";
    }

    private static void write(Finding finding, ObjectNode node) {
        node.put("file", finding.file())
                .put("line", finding.line())
                .put("level", finding.level().word())
                .put("rule", finding.violation().rule().id())
                .put("path", finding.violation().path())
                .put("kind", finding.object().kind())
                .put("namespace", finding.object().namespace())
                .put("name", finding.object().name())
                .put("what", finding.violation().what())
                .put("why", finding.violation().why())
                .put("fix", AdmissionMessage.fix(finding.violation()).strip());
    }
}
