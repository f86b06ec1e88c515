package io.openrouteroperator.cli.lint.report;

import io.openrouteroperator.cli.lint.LintResult;

/** A format for findings. */
@FunctionalInterface
public interface LintReport {
    /** The whole report, with its last line end. */
    String of(LintResult result);
}
