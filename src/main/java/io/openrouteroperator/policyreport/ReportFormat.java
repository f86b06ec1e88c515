package io.openrouteroperator.policyreport;

/**
 * The two formats of findings that dashboards and tools of the field read. They differ in little: OpenReports is the successor of
 * PolicyReport and names the source of all results once.
 */
public enum ReportFormat {
    /** openreports.io; taken where a cluster has both. */
    OPEN_REPORTS("openreports.io/v1alpha1", "Report", "reports"),
    /** The working group's older format, which most tools still read. */
    POLICY_REPORT("wgpolicyk8s.io/v1alpha2", "PolicyReport", "policyreports");

    private final String apiVersion;
    private final String kind;
    private final String plural;

    ReportFormat(String apiVersion, String kind, String plural) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
    }

    /** Of the kind, as objects carry it. */
    public String apiVersion() {
        return apiVersion;
    }

    /** Of the kind, as objects carry it. */
    public String kind() {
        return kind;
    }

    String plural() {
        return plural;
    }
}
