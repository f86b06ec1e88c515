package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertificateStore;
import io.openrouteroperator.admission.certificate.CertificateStore.Stored;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.openrouteroperator.admission.certificate.SecretCertificateStore;
import io.openrouteroperator.admission.certificate.WebhookCertificates;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.Waiting;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Certificates and authorities are replaced, end, and get lost. */
final class CertificateChanges {
    private static final String SECRET = "openrouter-operator-tls";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> HOSTS = List.of("localhost");

    /** How much older the next authority has to get before it signs; the rest of its five minutes is taken for past. */
    private static final Duration SETTLES_IN = Duration.ofSeconds(20);

    private final WebhookGround ground;
    private final CertificateIssuer issuer = new CertificateIssuer();
    private final CertificateStore store;
    private final Bundles bundles;

    CertificateChanges(WebhookGround ground) {
        this.ground = ground;
        this.store = new SecretCertificateStore(ground.client(), InstalledOperator.NAMESPACE, SECRET);
        this.bundles = new Bundles(ground.client());
    }

    /** A new authority is announced, both are trusted, it signs, and both replicas present its certificate: under traffic. */
    String authorityRotates() {
        try (Traffic traffic = Traffic.start(ground)) {
            WebhookCertificates before = certificates();
            CertifiedKey next =
                    issuer.authority(Instant.now().minus(Duration.ofMinutes(5)).plus(SETTLES_IN));
            replace(new WebhookCertificates(before.authority(), next, before.retired(), before.serving()));
            bundles.touch();
            X509Certificate old = before.authority().certificate();
            await("both authorities are announced", () -> bundles.trust(old, next.certificate()));
            assertThat(certificates().serving()).isEqualTo(before.serving());
            traffic.awaitMore(300);
            long signs = await(
                    "the next authority signs", () -> certificates().authority().equals(next));
            assertThat(bundles.trust(old, next.certificate())).isTrue();
            traffic.awaitMore(1000);
            return "%s; signs %d ms after both were trusted".formatted(traffic.withoutFailure(), signs);
        }
    }

    /** The shared Secret is deleted under traffic. */
    String secretIsDeleted() {
        try (Traffic traffic = Traffic.start(ground)) {
            WebhookCertificates before = certificates();
            ground.kubectl("delete", "secret", SECRET, "-n", InstalledOperator.NAMESPACE)
                    .orThrow();
            long took = await("there is a Secret again", () -> store.load().isPresent());
            X509Certificate made =
                    Objects.requireNonNull(certificates().nextAuthority()).certificate();
            await("its authority is announced", () -> bundles.trust(made));
            assertThat(bundles.trust(before.authority().certificate())).isTrue();
            traffic.awaitMore(500);
            return "%s; made anew after %d ms".formatted(traffic.withoutFailure(), took);
        }
    }

    /** The caBundle is emptied, and then exchanged for a foreign one. */
    String bundleIsOverwritten() {
        X509Certificate authority = certificates().authority().certificate();
        String foreign = Pem.of(List.of(issuer.authority(Instant.now()).certificate()));
        StringBuilder figures = new StringBuilder();
        for (String other : List.of("", foreign)) {
            bundles.overwrite(other);
            long back = await("the bundle is back", () -> bundles.trust(authority));
            long judged = ground.probe().awaitJudged();
            figures.append("%s after %d ms, admission works %d ms later; "
                    .formatted(other.isEmpty() ? "emptied: back" : "exchanged: back", back, judged));
        }
        return figures.substring(0, figures.length() - 2);
    }

    /** Nobody runs until the serving certificate has expired, and again until the authority has too. */
    String expiredWhileNobodyRan() {
        CertifiedKey authority = certificates().authority();
        long renewed = startOver(authority, Duration.ofDays(100));
        assertThat(certificates().authority()).isEqualTo(authority);
        Duration six = Duration.ofDays(6 * 365L);
        long anew = startOver(issuer.authority(Instant.now().minus(six)), six);
        return "serving certificate expired: admission works %d ms after the start; authority expired: %d ms"
                .formatted(renewed, anew);
    }

    private long startOver(CertifiedKey authority, Duration ago) {
        ground.replicas().killAll();
        CertifiedKey old = issuer.serving(authority, HOSTS, Instant.now().minus(ago));
        replace(new WebhookCertificates(authority, null, List.of(), old));
        long began = System.nanoTime();
        ground.replicas().fillUp();
        ground.probe().awaitJudged();
        assertThat(certificates().serving()).isNotEqualTo(old);
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private WebhookCertificates certificates() {
        return Objects.requireNonNull(store.load().orElseThrow().certificates());
    }

    private void replace(WebhookCertificates certificates) {
        Stored held = store.load().orElseThrow();
        assertThat(store.replace(certificates, held.resourceVersion())).isTrue();
    }

    private static long await(String what, BooleanSupplier condition) {
        long began = System.nanoTime();
        assertThat(Waiting.until(PATIENCE, condition)).as(what).isTrue();
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
