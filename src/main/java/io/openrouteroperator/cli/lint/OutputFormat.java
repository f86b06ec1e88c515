package io.openrouteroperator.cli.lint;

import io.openrouteroperator.cli.lint.report.JsonReport;
import io.openrouteroperator.cli.lint.report.JunitReport;
import io.openrouteroperator.cli.lint.report.LintReport;
import io.openrouteroperator.cli.lint.report.SarifReport;
import io.openrouteroperator.cli.lint.report.TextReport;

/** The values of {@code --output}. */
enum OutputFormat {
    text,
    json,
    sarif,
    junit;

    LintReport report(String version) {
        return switch (this) {
            case text -> new TextReport();
            case json -> new JsonReport();
            case sarif -> new SarifReport(version);
            case junit -> new JunitReport();
        };
    }
}
