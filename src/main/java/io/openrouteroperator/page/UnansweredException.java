package io.openrouteroperator.page;

/** A question that the API server did not answer, or not in time; the message is for people and holds nothing of the request. */
final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what to do, as a sentence */
    UnansweredException(String message) {
        super(message);
    }
}
