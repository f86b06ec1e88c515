package io.openrouteroperator.cli.terminal;

/** The values of {@code --output} of commands that answer people and scripts. */
public enum Format {
    text,
    json
}
