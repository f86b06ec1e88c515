package io.openrouteroperator.cli.report;

import java.util.regex.Pattern;

/** For people: the line that editors jump to, then what, why and the fix. */
final class TextFormat implements ReportFormat {
    /** What moves a terminal's cursor, colours it or turns its reading direction; anyone may choose the names in a file. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

    @Override
    public String of(Report report) {
        StringBuilder text = new StringBuilder();
        report.findings().forEach(finding -> text.append(paragraph(finding)).append('\n'));
        report.unreadable().forEach(line -> text.append(line).append('\n'));
        text.append(summary(report)).append('\n');
        return CONTROL.matcher(text).replaceAll("?");
    }

    private static String paragraph(Finding finding) {
        String head = "%s:%d: %s: %s%s"
                .formatted(
                        finding.file(),
                        finding.line(),
                        finding.level().word(),
                        finding.rule(),
                        finding.subject().words());
        String body = finding.what() + "\n" + finding.why() + "\n" + finding.fix();
        return head + "\n" + body.stripTrailing().indent(4);
    }

    private static String summary(Report report) {
        String found = "%s checked: %s, %s, %s"
                .formatted(
                        report.checked(),
                        new Count(report.count(Level.ERROR), "error"),
                        new Count(report.count(Level.WARNING), "warning"),
                        new Count(report.count(Level.NOTE), "note"));
        String remark = report.remark().isEmpty() ? "" : "; " + report.remark();
        String unreadable = report.unreadable().isEmpty()
                ? ""
                : "; " + new Count(report.unreadable().size(), "problem") + " kept the rest from being checked";
        return found + remark + unreadable;
    }
}
