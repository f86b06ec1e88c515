package io.openrouteroperator.cli.report;

/** A format for findings. */
@FunctionalInterface
public interface ReportFormat {
    /** The whole report, with its last line end. */
    String of(Report report);
}
