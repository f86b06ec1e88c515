package io.openrouteroperator.page;

/** What somebody may read. */
sealed interface Access {
    /**
     * The whole cluster.
     *
     * @param user who the API server says it is
     */
    record Everything(String user) implements Access {}

    /**
     * One namespace and nothing of others.
     *
     * @param user who the API server says it is
     */
    record OneNamespace(String user, String namespace) implements Access {}

    /**
     * Nothing of what was asked for.
     *
     * @param user who the API server says it is
     */
    record Refused(String user) implements Access {}

    /** The API server does not know the token. */
    record Unknown() implements Access {}
}
