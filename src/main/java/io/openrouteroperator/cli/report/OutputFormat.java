package io.openrouteroperator.cli.report;

/** The values of {@code --output}. */
public enum OutputFormat {
    text,
    json,
    sarif,
    junit;

    /**
     * The format.
     *
     * @param version of the tool, where a format names it
     */
    public ReportFormat format(String version) {
        return switch (this) {
            case text -> new TextFormat();
            case json -> new JsonFormat();
            case sarif -> new SarifFormat(version);
            case junit -> new JunitFormat();
        };
    }
}
