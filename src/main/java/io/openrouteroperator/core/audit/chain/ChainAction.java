package io.openrouteroperator.core.audit.chain;

/** What a line says about the log itself. */
public enum ChainAction {
    /** The first line of a writer. */
    STARTED("ChainStarted"),
    /** A signature over everything before it. */
    CHECKPOINT("Checkpoint"),
    /** A signature as the writer's last line: it stopped in good order. */
    ENDED("ChainEnded"),
    /** Events were dropped before they could become lines. */
    LOST("EntriesLost");

    private final String word;

    ChainAction(String word) {
        this.word = word;
    }

    /** The word in the log. */
    public String word() {
        return word;
    }
}
