package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import java.io.IOException;
import java.io.Writer;

/** A way to write a review down. */
@FunctionalInterface
public interface EvidenceFormat {
    /** What every report says of itself. */
    String STATEMENT =
            "This says what was configured and observed at the time given. It says nothing about what was not looked"
                    + " at, and it certifies nothing.";

    /** Writes the whole report; the writer stays open. */
    void write(ComplianceReport report, Writer out) throws IOException;
}
