package io.openrouteroperator.core.audit;

/** Tells that the operator made a report for somebody, so that a copy of it can be recognised later. */
public final class ReportMade {
    private static final String KIND = "Report";
    private static final String EVERYTHING = "cluster";

    private ReportMade() {}

    /**
     * The event.
     *
     * @param reader for whom, as the API server authenticated them
     * @param way how it was made, as one stable word, such as {@code PageRead}
     * @param namespace the one namespace that it shows, empty for all
     * @param classification the one class that it shows, empty for all
     * @param sha256 of the document, byte for byte as it was handed out, in lower-case hex
     */
    public static AuditEvent of(String reader, String way, String namespace, String classification, String sha256) {
        String where = namespace.isEmpty() ? "all namespaces" : "namespace " + namespace;
        String what = classification.isEmpty() ? "all classes" : "class " + classification;
        AuditObject report = new AuditObject(KIND, namespace, namespace.isEmpty() ? EVERYTHING : namespace, "");
        return new AuditEvent(
                        Actor.user(reader),
                        AuditAction.REPORT_MADE,
                        report,
                        way,
                        "a report of %s and %s was made".formatted(where, what))
                .with(Detail.AFTER, sha256);
    }
}
