package io.openrouteroperator.core.audit;

/** Port: where decisions are recorded. It never blocks and never throws: a log that cannot be written must not stop a rotation. */
@FunctionalInterface
public interface AuditLog {
    /** Something was decided, and done. */
    void record(AuditEvent event);
}
