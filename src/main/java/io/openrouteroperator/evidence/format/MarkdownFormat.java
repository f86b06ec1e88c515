package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.report.Finding;
import io.openrouteroperator.core.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A summary for a pull request: the verdicts, the first findings, what ends. No text of others becomes markup or a mention. */
public final class MarkdownFormat implements EvidenceFormat {
    private static final int MOST_FINDINGS = 20;
    /** What GitHub makes a link of without being asked. */
    private static final Pattern WEB_NAME = Pattern.compile("(?i)www\\.");

    private static final String MARKUP = "\\`*_{}[]()#+!|~";

    @Override
    public void write(ComplianceReport report, Writer out) throws IOException {
        out.write("## OpenRouter review of %s\n\n"
                .formatted(escaped(report.view().scope().text())));
        out.write("%s, judged as of %s. %s\n\n".formatted(counts(report), report.at(), STATEMENT));
        out.write("| answer | control | what was seen |\n|---|---|---|\n");
        for (Verdict verdict : report.verdicts()) {
            out.write("| %s | %s | %s |\n"
                    .formatted(
                            verdict.state() == ControlState.FAIL
                                    ? "**fail**"
                                    : verdict.state().text(),
                            verdict.control().id(),
                            escaped(verdict.summary())));
        }
        findings(report, out);
        out.write("\nSnapshot of %s, SHA-256 `%s`.\n"
                .formatted(report.view().takenAt(), report.integrity().snapshotDigest()));
        checkpoints(report, out);
    }

    private static String counts(ComplianceReport report) {
        return Arrays.stream(ControlState.values())
                .map(state -> report.count(state) + " " + state.text())
                .collect(Collectors.joining(", "));
    }

    private static void findings(ComplianceReport report, Writer out) throws IOException {
        if (report.findings().isEmpty()) {
            return;
        }
        out.write("\n### Findings\n\n| owner | what | days | controls |\n|---|---|---|---|\n");
        for (Finding finding : report.findings().stream().limit(MOST_FINDINGS).toList()) {
            out.write("| %s | %s: %s | %s | %s |\n"
                    .formatted(
                            escaped(finding.owner()),
                            escaped(finding.observation().subject().toString()),
                            escaped(finding.observation().statement()),
                            Objects.toString(finding.ageDays(report.at()), "not known"),
                            String.join(", ", finding.controls())));
        }
        int more = report.findings().size() - MOST_FINDINGS;
        if (more > 0) {
            out.write("\n%d more are in the other formats.\n".formatted(more));
        }
    }

    private static void checkpoints(ComplianceReport report, Writer out) throws IOException {
        List<String> checkpoints = report.integrity().checkpoints();
        if (!checkpoints.isEmpty()) {
            out.write("\n### Checkpoints of the audit log\n\n");
            for (String checkpoint : checkpoints) {
                out.write("- %s\n".formatted(escaped(checkpoint)));
            }
        }
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        String plain = WEB_NAME.matcher(PlainText.of(text)).replaceAll("www ");
        plain.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                // A name after it would be notified, and a colon makes a link of what stands before two slashes.
                case '@' -> safe.append("&#64;");
                case ':' -> safe.append("&#58;");
                default -> {
                    if (MARKUP.indexOf(character) >= 0) {
                        safe.append('\\');
                    }
                    safe.appendCodePoint(character);
                }
            }
        });
        return safe.toString();
    }
}
