package io.openrouteroperator.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus learns about the webhook's certificates. */
class CertificateMetersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> HOSTS = List.of("localhost");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CertificateMeters meters = new CertificateMeters(registry);
    private final CertificateSchedule schedule = new CertificateSchedule(new CertificateIssuer());

    @Test
    void knowsNothingBeforeTheFirstPass() {
        assertThat(expiry("serving")).isNaN();
        assertThat(expiry("authority")).isNaN();
    }

    @Test
    void tellsOfTheCertificateAndItsAuthority() {
        meters.presented(schedule.first(HOSTS, NOW));
        assertThat(expiry("serving")).isEqualTo(seconds(NOW.plus(Duration.ofDays(90))));
        assertThat(expiry("authority")).isGreaterThan(seconds(NOW.plus(Duration.ofDays(4 * 365))));
        assertThat(start("serving")).isLessThanOrEqualTo(seconds(NOW)).isEqualTo(start("authority"));
    }

    @Test
    void followsRenewal() {
        WebhookCertificates first = schedule.first(HOSTS, NOW);
        Instant later = NOW.plus(Duration.ofDays(80));
        meters.presented(first);
        meters.presented(schedule.next(first, HOSTS, later).orElseThrow());
        assertThat(expiry("serving")).isEqualTo(seconds(later.plus(Duration.ofDays(90))));
    }

    @Test
    void tellsOfAMountedCertificateWithoutItsAuthority(@TempDir Path folder) throws IOException {
        CertifiedKey key = schedule.first(HOSTS, NOW).serving();
        Files.writeString(folder.resolve("tls.crt"), Pem.of(List.of(key.certificate())));
        Files.writeString(folder.resolve("tls.key"), Pem.of(key.privateKey()));
        meters.presented(new MountedCertificate(folder, new ServingCertificate(new PemKeyPair("", ""))).keep());
        assertThat(expiry("serving"))
                .isEqualTo(seconds(key.certificate().getNotAfter().toInstant()));
        assertThat(expiry("authority")).isNaN();
    }

    private static double seconds(Instant time) {
        return (double) time.getEpochSecond();
    }

    private double expiry(String role) {
        return value(CertificateMeters.EXPIRY, role);
    }

    private double start(String role) {
        return value(CertificateMeters.START, role);
    }

    private double value(String name, String role) {
        return registry.get(name).tag("certificate", role).gauge().value();
    }
}
