package io.openrouteroperator.scan;

/** A namespace could not be read to its end; what was found earlier stays reported. */
final class ScanFailedException extends Exception {
    private static final long serialVersionUID = 1;

    ScanFailedException(String message) {
        super(message);
    }
}
