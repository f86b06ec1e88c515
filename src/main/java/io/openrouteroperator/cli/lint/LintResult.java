package io.openrouteroperator.cli.lint;

import io.openrouteroperator.cli.report.Count;
import io.openrouteroperator.cli.report.Report;
import io.openrouteroperator.cli.report.RuleDescription;
import io.openrouteroperator.core.admission.Rule;
import java.util.Arrays;
import java.util.List;

/**
 * What a run found.
 *
 * @param violations in the order of files and lines
 * @param objects how many objects were judged
 * @param others documents that are no Kubernetes objects
 * @param unreadable one line each, with file, line and problem
 */
public record LintResult(List<LocatedViolation> violations, int objects, int others, List<String> unreadable) {
    public LintResult {
        violations = List.copyOf(violations);
        unreadable = List.copyOf(unreadable);
    }

    /** For printing. */
    public Report report() {
        List<RuleDescription> rules =
                Arrays.stream(Rule.values()).map(LintResult::described).toList();
        String remark = others == 0 ? "" : new Count(others, "document") + " held no Kubernetes object";
        return new Report(
                "lint",
                rules,
                new Count(objects, "object"),
                violations.stream().map(LocatedViolation::finding).toList(),
                remark,
                unreadable);
    }

    private static RuleDescription described(Rule rule) {
        return new RuleDescription(
                rule.id(), rule.summary(), "openrouter-operator explain " + rule.id(), "rules/" + rule.id());
    }
}
