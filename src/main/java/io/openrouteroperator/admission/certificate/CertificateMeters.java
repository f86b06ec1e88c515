package io.openrouteroperator.admission.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Tells Prometheus when the webhook's certificates begin and end, in seconds since 1970, and NaN of one that is not known: whoever
 * mounts a certificate keeps its authority.
 */
public final class CertificateMeters {
    static final String START = "openrouter.webhook.certificate.start.timestamp.seconds";
    static final String EXPIRY = "openrouter.webhook.certificate.expiry.timestamp.seconds";

    private static final String SERVING = "serving";
    private static final String AUTHORITY = "authority";

    private final Map<String, X509Certificate> known = new ConcurrentHashMap<>();

    /** Gauges in {@code registry}. */
    public CertificateMeters(MeterRegistry registry) {
        for (String role : new String[] {SERVING, AUTHORITY}) {
            gauge(
                    registry,
                    START,
                    role,
                    certificate -> certificate.getNotBefore().toInstant());
            gauge(
                    registry,
                    EXPIRY,
                    role,
                    certificate -> certificate.getNotAfter().toInstant());
        }
    }

    /** What is presented now. */
    public void presented(X509Certificate serving) {
        known.put(SERVING, serving);
    }

    /** What is presented now, and what signs the next one. */
    public void presented(WebhookCertificates certificates) {
        presented(certificates.serving().certificate());
        known.put(AUTHORITY, certificates.authority().certificate());
    }

    private void gauge(MeterRegistry registry, String name, String role, Function<X509Certificate, Instant> date) {
        Gauge.builder(name, () -> seconds(role, date))
                .tag("certificate", role)
                .strongReference(true)
                .register(registry);
    }

    private double seconds(String role, Function<X509Certificate, Instant> date) {
        X509Certificate certificate = known.get(role);
        return certificate == null ? Double.NaN : date.apply(certificate).getEpochSecond();
    }
}
