package io.openrouteroperator.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** Everything that is ever told of the audit log. */
public final class AuditMetersExample {
    private AuditMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        AuditMeters meters = new AuditMeters(registry, Clock.systemUTC());
        meters.sink("stdout");
        meters.written();
        meters.lost();
    }
}
