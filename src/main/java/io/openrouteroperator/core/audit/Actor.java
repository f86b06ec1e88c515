package io.openrouteroperator.core.audit;

/**
 * Who did it.
 *
 * @param name of the user as the API server authenticated them, or of one of the operator's controllers
 */
public record Actor(Kind kind, String name) {
    private static final String SERVICE_ACCOUNT = "system:serviceaccount:";

    /** What kind of somebody. */
    public enum Kind {
        USER("User"),
        SERVICE_ACCOUNT("ServiceAccount"),
        CONTROLLER("Controller");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the log. */
        public String word() {
            return word;
        }
    }

    /** One of the operator's own controllers, such as {@code key}. */
    public static Actor controller(String name) {
        return new Actor(Kind.CONTROLLER, name);
    }

    /** A user of the cluster: a person, a service account, or a part of Kubernetes itself. */
    public static Actor user(String username) {
        return username.startsWith(SERVICE_ACCOUNT)
                ? new Actor(Kind.SERVICE_ACCOUNT, username.substring(SERVICE_ACCOUNT.length()))
                : new Actor(Kind.USER, username);
    }
}
