package io.openrouteroperator.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CertificateScheduleTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final List<String> HOSTS = List.of("webhook.openrouter-system.svc", "localhost", "127.0.0.1", "::1");

    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final CertificateSchedule schedule = new CertificateSchedule(new CertificateIssuer());
    private final WebhookCertificates first = schedule.first(HOSTS, START);

    @Test
    void signsTheServingCertificateForEveryHost() throws Exception {
        X509Certificate serving = first.serving().certificate();
        serving.verify(first.authority().certificate().getPublicKey());
        assertThat(serving.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyInAnyOrder(
                        "webhook.openrouter-system.svc", "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(serving.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(serving.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void changesNothingWhileAllIsWell() {
        assertThat(schedule.next(first, HOSTS, START)).isEmpty();
        assertThat(schedule.next(first, HOSTS, START.plus(Duration.ofDays(59)))).isEmpty();
    }

    @Test
    void renewsTheServingCertificateAMonthBeforeItEnds() throws Exception {
        WebhookCertificates next =
                schedule.next(first, HOSTS, START.plus(Duration.ofDays(60))).orElseThrow();
        assertThat(next.authority()).isEqualTo(first.authority());
        assertThat(next.serving()).isNotEqualTo(first.serving());
        next.serving().certificate().verify(first.authority().certificate().getPublicKey());
    }

    @Test
    void renewsTheServingCertificateWhenAHostIsMissing() {
        assertThat(schedule.next(first, List.of("192.0.2.10"), START)).isPresent();
        assertThat(schedule.next(first, HOSTS.subList(0, 2), START)).isEmpty();
    }

    @Test
    void announcesANewAuthorityMinutesBeforeItSigns() throws Exception {
        Instant late = START.plus(Duration.ofDays(4 * 365L + 1));
        WebhookCertificates announced = schedule.next(first, HOSTS, late).orElseThrow();
        assertThat(announced.serving()).isEqualTo(first.serving());
        assertThat(announced.trusted())
                .containsExactly(
                        first.authority().certificate(),
                        Objects.requireNonNull(announced.nextAuthority()).certificate());

        WebhookCertificates renewed = schedule.next(announced, HOSTS, late).orElseThrow();
        renewed.serving().certificate().verify(first.authority().certificate().getPublicKey());
        assertThat(renewed.trusted()).isEqualTo(announced.trusted());
        assertThat(schedule.next(renewed, HOSTS, late.plus(SETTLING).minusSeconds(1)))
                .isEmpty();

        WebhookCertificates changed =
                schedule.next(renewed, HOSTS, late.plus(SETTLING)).orElseThrow();
        changed.serving().certificate().verify(changed.authority().certificate().getPublicKey());
        assertThat(changed.authority()).isEqualTo(announced.nextAuthority());
        assertThat(changed.trusted()).contains(first.authority().certificate());
        assertThat(schedule.next(changed, HOSTS, late.plus(SETTLING))).isEmpty();
    }

    @Test
    void forgetsARetiredAuthorityOnceItHasExpired() {
        Instant late = START.plus(Duration.ofDays(4 * 365L + 1));
        WebhookCertificates announced = schedule.next(first, HOSTS, late).orElseThrow();
        WebhookCertificates changed =
                schedule.next(announced, HOSTS, late.plus(SETTLING)).orElseThrow();
        Instant afterwards = START.plus(Duration.ofDays(5 * 365L + 1));
        assertThat(schedule.next(changed, HOSTS, afterwards).orElseThrow().trusted())
                .containsExactly(changed.authority().certificate());
    }

    @Test
    void startsAnewWhenEverythingHasExpired() {
        Instant later = START.plus(Duration.ofDays(6 * 365L));
        WebhookCertificates next = schedule.next(first, HOSTS, later).orElseThrow();
        assertThat(next.authority()).isNotEqualTo(first.authority());
        assertThat(schedule.next(next, HOSTS, later)).isEmpty();
    }
}
