package io.openrouteroperator.cli.file;

/** A file that cannot be read or is no YAML. */
public final class UnreadableManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableManifestException(String file, int line, String problem) {
        super("%s:%d: %s".formatted(file, line, problem));
    }
}
