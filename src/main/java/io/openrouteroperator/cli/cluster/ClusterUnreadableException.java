package io.openrouteroperator.cli.cluster;

import io.openrouteroperator.listing.ObjectsUnreadableException;

/** A cluster that does not answer, or does not let us see what a command needs; the message is for people. */
public final class ClusterUnreadableException extends ObjectsUnreadableException {
    private static final long serialVersionUID = 1L;

    /** The problem, as a sentence. */
    public ClusterUnreadableException(String message) {
        super(message);
    }
}
