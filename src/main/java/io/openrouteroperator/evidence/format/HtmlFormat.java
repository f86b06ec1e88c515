package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The page that people read: one file without scripts and without anything from elsewhere. */
public final class HtmlFormat implements EvidenceFormat {
    private final Template template = HtmlTemplates.load("report");

    @Override
    public void write(ComplianceReport report, Writer out) throws IOException {
        write(report, List.of(), out);
    }

    /** The same with what only a page that is served has. */
    public void write(ComplianceReport report, LivePart live, Writer out) throws IOException {
        write(report, List.of(live), out);
    }

    private void write(ComplianceReport report, List<LivePart> live, Writer out) throws IOException {
        HtmlTemplates.write(template.data("page", HtmlPage.of(report), "live", live), out);
    }
}
