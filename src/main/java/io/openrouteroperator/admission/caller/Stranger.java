package io.openrouteroperator.admission.caller;

/** Why a caller gets no review. */
public enum Stranger {
    /** The connection has no client certificate. */
    NO_CERTIFICATE(
            "no-certificate",
            401,
            "a client certificate is required: give the API server one for this webhook with --admission-control-config-file"),
    /** The authority did not sign the certificate for clients, or it is not valid now. */
    UNKNOWN_AUTHORITY(
            "unknown-authority",
            403,
            "the client certificate is not one that the authority of webhook.clientCertificate signed for clients and that is valid now"),
    /** The certificate is in order, but names somebody else. */
    OTHER_NAME(
            "other-name",
            403,
            "the client certificate names none of webhook.clientCertificate.allowedNames, neither as common name nor as alternative name");

    private final String id;
    private final int status;
    private final String message;

    Stranger(String id, int status, String message) {
        this.id = id;
        this.status = status;
        this.message = message;
    }

    /** How metrics call it. */
    public String id() {
        return id;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** What is missing, and what to do. */
    public String message() {
        return message;
    }
}
