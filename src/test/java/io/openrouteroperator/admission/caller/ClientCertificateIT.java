package io.openrouteroperator.admission.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.admission.GovernedNamespace;
import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertificateStore;
import io.openrouteroperator.admission.certificate.CertificateStore.Stored;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.openrouteroperator.admission.certificate.SecretCertificateStore;
import io.openrouteroperator.admission.certificate.WebhookCertificates;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneOptions;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code webhook.clientCertificate} with an API server that is set up as docs/webhook.md says, and with callers that are none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCertificateIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String STRAY = SampleKeys.service("stray");
    private static final String NAME = "front-proxy-client";
    private static final String CONFIG_MAP = "front-proxy-authority";

    private final CertifiedKey authority = ClientCertificates.authority();
    private final CertifiedKey ofApiServer = ClientCertificates.signed(authority, NAME, null);
    private ControlPlane controlPlane;
    private Installation installation;
    private GovernedNamespace namespace;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        controlPlane = ControlPlane.start(ControlPlaneOptions.full()
                .withApiServerArguments("--admission-control-config-file=" + admissionConfiguration(folder)));
        controlPlane.kubectl("create", "namespace", InstalledOperator.NAMESPACE).orThrow();
        controlPlane
                .kubectl(
                        "create",
                        "configmap",
                        CONFIG_MAP,
                        "--namespace=" + InstalledOperator.NAMESPACE,
                        "--from-literal=ca.crt=" + Pem.of(List.of(authority.certificate())))
                .orThrow();
        installation = Installation.on(
                controlPlane,
                "webhook.clientCertificate.configMap=" + CONFIG_MAP,
                "webhook.clientCertificate.allowedNames={" + NAME + "}");
        namespace = GovernedNamespace.holding(installation, "stray", STRAY);
    }

    @AfterAll
    void stop() {
        installation.openRouter().close();
        installation.operator().kill();
        controlPlane.close();
    }

    @Test
    void apiServerIsAnsweredAsAlways() {
        awaitJudged();
        assertThat(dryRun("A=harmless").succeeded()).isTrue();
    }

    @Test
    void nobodyElseIsAnsweredOrRecorded() throws Exception {
        awaitJudged();
        CertifiedKey foreign = ClientCertificates.signed(ClientCertificates.authority(), NAME, null);
        CertifiedKey other = ClientCertificates.signed(authority, "kubelet", null);

        assertTurnedAway(null, 401, "no-certificate", "--admission-control-config-file");
        assertTurnedAway(foreign, 403, "unknown-authority", "authority of webhook.clientCertificate");
        assertTurnedAway(other, 403, "other-name", "webhook.clientCertificate.allowedNames");
        assertThat(installation.operator().operator().isReady()).isTrue();

        HttpResponse<String> known = send(ofApiServer, "known-caller");
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.body()).contains("literal-key");
        await("what the known caller says is recorded").atMost(PATIENCE).until(() -> log().contains("known-caller"));
        assertThat(log()).doesNotContain("no-certificate-caller", "unknown-authority-caller", "other-name-caller");
    }

    @Test
    void authorityRotates() throws Exception {
        awaitJudged();
        CertifiedKey next = ClientCertificates.authority();
        mount(next);
        await("the API server's certificate is not good any more")
                .atMost(PATIENCE)
                .until(() -> dryRun("A=harmless").stderr().contains("failed calling webhook"));
        mount(authority, next);
        awaitJudged();
        assertThat(send(ClientCertificates.signed(next, NAME, null), "next-caller")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void servingCertificateIsRenewedAllTheSame() throws Exception {
        awaitJudged();
        BigInteger before = serial();
        CertificateStore store = new SecretCertificateStore(
                controlPlane.client(), InstalledOperator.NAMESPACE, "openrouter-operator-tls");
        Stored held = store.load().orElseThrow();
        WebhookCertificates now = Objects.requireNonNull(held.certificates());
        CertifiedKey old = new CertificateIssuer()
                .serving(now.authority(), List.of("localhost"), Instant.now().minus(Duration.ofDays(70)));
        assertThat(store.replace(
                        new WebhookCertificates(now.authority(), null, now.retired(), old), held.resourceVersion()))
                .isTrue();
        controlPlane
                .kubectl("label", "validatingwebhookconfiguration", "openrouter-operator", "touched=now")
                .orThrow();
        await("another certificate is served").atMost(PATIENCE).until(() -> !serial().equals(before));
        awaitJudged();
    }

    private void assertTurnedAway(@Nullable CertifiedKey identity, int status, String reason, String message)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(identity, reason + "-caller");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\"", message).doesNotContain("literal-key");
        assertThat(installation.operator().operator().metrics())
                .containsPattern("openrouter_admission_strangers_total\\{reason=\"" + reason + "\"[^}]*} [1-9]");
    }

    /** Asks the webhook as nobody but the API server should: about a pod with a key, in the name of a user of its own making. */
    private HttpResponse<String> send(@Nullable CertifiedKey identity, String user)
            throws IOException, InterruptedException {
        String review = """
                {"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "request": {"uid": "%1$s", "operation": "CREATE",
                 "kind": {"group": "", "version": "v1", "kind": "Pod"}, "namespace": "%2$s", "name": "%1$s",
                 "userInfo": {"username": "%1$s"}, "object": {"apiVersion": "v1", "kind": "Pod",
                 "metadata": {"name": "%1$s", "namespace": "%2$s"},
                 "spec": {"containers": [{"name": "a", "image": "x", "args": ["%3$s"]}]}}}}
                """.formatted(user, namespace.name(), STRAY);
        try (HttpClient client = ClientCertificates.client(identity)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:"
                            + installation.operator().operator().webhookPort() + "/validate"))
                    .POST(HttpRequest.BodyPublishers.ofString(review))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private BigInteger serial() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(null, "no-certificate-caller");
        return ((X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0]).getSerialNumber();
    }

    private void awaitJudged() {
        await("the API server's reviews are answered")
                .atMost(PATIENCE)
                .until(() -> dryRun("A=" + STRAY).stderr().contains("literal-key"));
    }

    private CommandResult dryRun(String variable) {
        return namespace.kubectl(
                "run", "probe", "-n", namespace.name(), "--image=x", "--dry-run=server", "--env=" + variable);
    }

    private String log() {
        return installation.operator().operator().log();
    }

    /** What a kubelet does when the ConfigMap changes. */
    private void mount(CertifiedKey... authorities) throws IOException {
        Files.writeString(
                controlPlane.workDirectory().resolve("mounted-" + CONFIG_MAP).resolve("ca.crt"), pem(authorities));
    }

    private static String pem(CertifiedKey... authorities) {
        return Pem.of(Stream.of(authorities).map(CertifiedKey::certificate).toList());
    }

    private Path admissionConfiguration(Path folder) throws IOException {
        Path certificate = Files.writeString(folder.resolve("client.crt"), pem(ofApiServer));
        Path key = Files.writeString(folder.resolve("client.key"), Pem.of(ofApiServer.privateKey()));
        Path kubeconfig = Files.writeString(folder.resolve("webhooks.kubeconfig"), """
                apiVersion: v1
                kind: Config
                users:
                - name: openrouter-operator-webhook.openrouter-system.svc
                  user:
                    client-certificate: %s
                    client-key: %s
                """.formatted(certificate, key));
        return Files.writeString(folder.resolve("admission.yaml"), """
                apiVersion: apiserver.config.k8s.io/v1
                kind: AdmissionConfiguration
                plugins:
                - name: ValidatingAdmissionWebhook
                  configuration:
                    apiVersion: apiserver.config.k8s.io/v1
                    kind: WebhookAdmissionConfiguration
                    kubeConfigFile: %s
                """.formatted(kubeconfig));
    }
}
