package io.openrouteroperator.core.audit;

/** What more there may be to say of an event. */
public enum Detail {
    /** The key's hash: SHA-256 of its value, OpenRouter's identifier of it. */
    KEY_HASH("keyHash"),
    /** Digest of what was there before: the hash of a key, the digest of a guardrail's settings or of an object's spec. */
    BEFORE("before"),
    /** Digest of what is there now. */
    AFTER("after"),
    /** Id of the request as whoever sent it knows it: the API server's id of an admission review. */
    REQUEST_ID("requestId"),
    /** The policy, or policies, that decide. */
    POLICY("policy"),
    /** The revision of the compiled class, which changes with everything that its guardrail says. */
    POLICY_REVISION("policyRevision");

    private final String member;

    Detail(String member) {
        this.member = member;
    }

    /** Name of the member in the line. */
    public String member() {
        return member;
    }
}
