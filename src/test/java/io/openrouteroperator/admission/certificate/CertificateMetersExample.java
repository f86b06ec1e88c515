package io.openrouteroperator.admission.certificate;

import io.micrometer.core.instrument.MeterRegistry;

/** Everything that is ever told of the webhook's certificates. */
public final class CertificateMetersExample {
    private CertificateMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        new CertificateMeters(registry);
    }
}
