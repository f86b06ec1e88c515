package io.openrouteroperator.core.admission.declaration;

/**
 * Why a key gets no grant.
 *
 * @param path the field of the key that it is about
 * @param message a clause that says why
 * @param policy the policy concerned, empty when there is none or more than one
 */
public record GrantProblem(Kind kind, String path, String message, String policy) {
    /** What a key can lack, and how bad it is when a change of a policy takes it away. */
    public enum Kind {
        /** No policy governs the namespace. */
        NO_POLICY,
        /** The policy that the key names is not there. */
        POLICY_NOT_FOUND,
        /** The policy that the key names does not govern its namespace. */
        NOT_GOVERNING,
        /** Several govern it, and the key names none. */
        SEVERAL_POLICIES,
        /** The policy does not offer the class to the namespace. */
        CLASSIFICATION,
        /** The limit is above that of the class. */
        LIMIT,
        /** The rotation is looser than that of the class. */
        ROTATION;

        /** Whether a key in use that comes to lack it is left behind, for which a change is refused. */
        public boolean strands() {
            return switch (this) {
                case NO_POLICY, POLICY_NOT_FOUND, NOT_GOVERNING, CLASSIFICATION -> true;
                case SEVERAL_POLICIES, LIMIT, ROTATION -> false;
            };
        }
    }
}
