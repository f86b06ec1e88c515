package io.openrouteroperator.cli.file;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;

/** A file that cannot be read or is no YAML. */
public final class UnreadableManifestException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableManifestException(String file, int line, String problem) {
        // The parser's own words may quote the file.
        super("%s:%d: %s".formatted(file, line, KeyRecogniser.printable(problem)));
    }
}
