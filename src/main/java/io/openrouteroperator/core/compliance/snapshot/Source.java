package io.openrouteroperator.core.compliance.snapshot;

/** Where a snapshot comes from; a source that could not be read leaves controls unanswered. */
public enum Source {
    NAMESPACES("namespaces"),
    ACCOUNTS("accounts"),
    POLICIES("policies"),
    KEYS("keys"),
    WORKLOADS("workloads"),
    REPORTS("reports"),
    AUDIT_LOG("the audit log's public keys"),
    LEASE("the operator's lease"),
    WEBHOOK("the webhook's configuration"),
    PROVIDERS("what the catalogue says of providers");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
