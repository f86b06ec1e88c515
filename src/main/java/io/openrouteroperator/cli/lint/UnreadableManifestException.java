package io.openrouteroperator.cli.lint;

/** A file that cannot be read or is no YAML. */
final class UnreadableManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableManifestException(String file, int line, String problem) {
        super("%s:%d: %s".formatted(file, line, problem));
    }
}
