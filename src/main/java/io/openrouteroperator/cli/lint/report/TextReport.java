package io.openrouteroperator.cli.lint.report;

import io.openrouteroperator.cli.lint.Finding;
import io.openrouteroperator.cli.lint.Level;
import io.openrouteroperator.cli.lint.LintResult;
import io.openrouteroperator.core.admission.AdmissionMessage;

/** For people: the line that editors jump to, then what, why and the fix. */
public final class TextReport implements LintReport {
    @Override
    public String of(LintResult result) {
        StringBuilder text = new StringBuilder();
        result.findings().forEach(finding -> text.append(paragraph(finding)).append('\n'));
        result.unreadable().forEach(line -> text.append(line).append('\n'));
        return text.append(summary(result)).append('\n').toString();
    }

    private static String paragraph(Finding finding) {
        String head = "%s:%d: %s: %s at %s in %s"
                .formatted(
                        finding.file(),
                        finding.line(),
                        finding.level().word(),
                        finding.violation().rule().id(),
                        finding.violation().path(),
                        finding.object());
        String body = finding.violation().what() + "\n" + finding.violation().why() + "\n"
                + AdmissionMessage.fix(finding.violation());
        return head + "\n" + body.stripTrailing().indent(4);
    }

    private static String summary(LintResult result) {
        String found = "%d objects checked: %d errors, %d warnings, %d notes"
                .formatted(
                        result.objects(),
                        result.count(Level.ERROR),
                        result.count(Level.WARNING),
                        result.count(Level.NOTE));
        String others =
                result.others() == 0 ? "" : "; %d documents are no Kubernetes objects".formatted(result.others());
        String unreadable = result.unreadable().isEmpty()
                ? ""
                : "; %d files could not be checked"
                        .formatted(result.unreadable().size());
        return found + others + unreadable;
    }
}
