package io.openrouteroperator.admission.review;

/** What the API server is about to do. */
public enum Operation {
    /** A new object. */
    CREATE,
    /** A changed object; the old one is in the review. */
    UPDATE,
    /** A deletion; only the old object is in the review. */
    DELETE,
    /** A connection, such as exec; it carries nothing to examine. */
    CONNECT
}
