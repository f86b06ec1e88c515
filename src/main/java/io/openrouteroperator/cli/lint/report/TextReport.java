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
        String found = "%s checked: %s, %s, %s"
                .formatted(
                        counted(result.objects(), "object"),
                        counted(result.count(Level.ERROR), "error"),
                        counted(result.count(Level.WARNING), "warning"),
                        counted(result.count(Level.NOTE), "note"));
        String others =
                result.others() == 0 ? "" : "; " + counted(result.others(), "document") + " held no Kubernetes object";
        String unreadable = result.unreadable().isEmpty()
                ? ""
                : "; " + counted(result.unreadable().size(), "problem") + " kept the rest from being checked";
        return found + others + unreadable;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
