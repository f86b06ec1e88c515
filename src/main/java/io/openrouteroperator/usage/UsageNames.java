package io.openrouteroperator.usage;

/** What our objects are called and marked with. */
final class UsageNames {
    static final String OPERATOR = "openrouter-operator";
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String COMPONENT = "app.kubernetes.io/component";

    /** Of the reports: one per namespace and account, so that two accounts never write to one. */
    static final String REPORT_PREFIX = "openrouter-operator-usage";

    private UsageNames() {}
}
