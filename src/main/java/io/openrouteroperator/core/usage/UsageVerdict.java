package io.openrouteroperator.core.usage;

/** What became of a row. */
public enum UsageVerdict {
    /** The class allowed it on that day. */
    ALLOWED,
    /** It did not, or nobody can say. */
    OUTSIDE,
    /** No revision of the class is known of that day. */
    UNJUDGED
}
