package io.openrouteroperator.listing;

/** Objects that cannot be read, or not by whoever asks; the message is for people. */
public class ObjectsUnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The problem, as a sentence. */
    public ObjectsUnreadableException(String message) {
        super(message);
    }
}
