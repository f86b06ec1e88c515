package io.openrouteroperator.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.admission.certificate.CertificateStore.Stored;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A certificate near its end is renewed under traffic: real handshakes that trust the announced authority only. */
@ExtendWith(InstallationExtension.class)
class CertificateReloadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SECRET = "openrouter-operator-tls";
    private static final String CONFIGURATION = "openrouter-operator";
    private static final int BAD_REQUEST = 400;

    private final KubernetesClient client;
    private final CertificateStore store;
    private final URI webhook;

    CertificateReloadIT(Installation installation) {
        client = installation.controlPlane().client();
        store = new SecretCertificateStore(client, InstalledOperator.NAMESPACE, SECRET);
        webhook = URI.create(
                "https://localhost:" + installation.operator().operator().webhookPort() + "/validate");
    }

    @Test
    void renewsTheCertificateWithoutAFailedRequest() throws Exception {
        SSLContext trust = trust(stored().trusted());
        HttpClient kept = client(trust);
        BigInteger before = serial(kept);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        Thread traffic = Thread.ofVirtual().start(() -> {
            while (!Thread.interrupted()) {
                count(kept, answered, failed);
                try (HttpClient fresh = client(trust)) {
                    count(fresh, answered, failed);
                }
            }
        });
        await("traffic flows").atMost(PATIENCE).until(() -> answered.get() > 10);

        letTheCertificateNearItsEnd();
        await("another certificate is served")
                .atMost(PATIENCE)
                .until(() -> !freshSerial(trust).equals(before));
        int soFar = answered.get();
        await("traffic goes on").atMost(PATIENCE).until(() -> answered.get() > soFar + 10);
        traffic.interrupt();
        traffic.join();

        assertThat(failed).hasValue(0);
        assertThat(freshSerial(trust))
                .isEqualTo(stored().serving().certificate().getSerialNumber());
    }

    /** What the Secret would hold after seventy days; touching the configuration makes the operator look at once. */
    private void letTheCertificateNearItsEnd() {
        Stored held = store.load().orElseThrow();
        WebhookCertificates now = Objects.requireNonNull(held.certificates());
        CertifiedKey old = new CertificateIssuer()
                .serving(now.authority(), List.of("localhost"), Instant.now().minus(Duration.ofDays(70)));
        assertThat(store.replace(
                        new WebhookCertificates(now.authority(), null, now.retired(), old), held.resourceVersion()))
                .isTrue();
        client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(CONFIGURATION)
                .edit(configuration -> {
                    configuration.getMetadata().getLabels().put("touched", "at-" + held.resourceVersion());
                    return configuration;
                });
    }

    private WebhookCertificates stored() {
        return Objects.requireNonNull(store.load().orElseThrow().certificates());
    }

    private void count(HttpClient http, AtomicInteger answered, AtomicInteger failed) {
        try {
            (send(http).statusCode() == BAD_REQUEST ? answered : failed).incrementAndGet();
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BigInteger freshSerial(SSLContext trust) throws Exception {
        try (HttpClient fresh = client(trust)) {
            return serial(fresh);
        }
    }

    private BigInteger serial(HttpClient http) throws Exception {
        X509Certificate served =
                (X509Certificate) send(http).sslSession().orElseThrow().getPeerCertificates()[0];
        return served.getSerialNumber();
    }

    private HttpResponse<String> send(HttpClient http) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(SSLContext trust) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .build();
    }

    private static SSLContext trust(List<X509Certificate> authorities) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        for (X509Certificate authority : authorities) {
            keys.setCertificateEntry(authority.getSerialNumber().toString(), authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
