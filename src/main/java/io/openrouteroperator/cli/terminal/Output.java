package io.openrouteroperator.cli.terminal;

import picocli.CommandLine.Option;

/** Whether a command answers people or scripts. */
public final class Output {
    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    /** What it may be; picocli shows the names as they are. */
    enum Format {
        text,
        json
    }

    /** Whether scripts are to read it. */
    public boolean json() {
        return format == Format.json;
    }
}
