package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.ProgramsScript;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Gatekeeper and Kyverno, with rules as close to ours as theirs come: no literal key, and only Secrets that are meant for pods. They know
 * no key by its value, and read no Secret.
 *
 * @param programs what {@code src/test/peers/programs.sh} made
 */
record Peers(ControlPlane controlPlane, Path programs) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Peers locate(ControlPlane controlPlane) {
        return new Peers(controlPlane, ProgramsScript.run(Path.of("src/test/peers/programs.sh")));
    }

    /** Gatekeeper with a rule in Rego. */
    Contender gatekeeper() throws IOException {
        PeerChart chart = PeerChart.install(
                controlPlane,
                programs.resolve("charts/gatekeeper"),
                "gatekeeper-system",
                "gatekeeper-controller-manager");
        // Only the load asks it, and not the API server for each lease that anybody renews.
        controlPlane
                .kubectl(
                        "delete",
                        "validatingwebhookconfigurations,mutatingwebhookconfigurations",
                        "-l",
                        "app=gatekeeper")
                .orThrow();
        int port = FreePorts.next();
        SupervisedProcess process = chart.start(
                programs.resolve("gatekeeper"),
                List.of(
                        // Turns a template into a kind; in the chart that is the work of the audit's pod.
                        "--operation=generate",
                        "--port=" + port,
                        "--health-addr=127.0.0.1:" + FreePorts.next(),
                        "--prometheus-port=" + FreePorts.next(),
                        "--disable-cert-rotation=true",
                        "--cert-dir=" + certificates()));
        apply(process, "gatekeeper-template.yaml");
        apply(process, "gatekeeper-constraint.yaml");
        return new Contender("gatekeeper", process, new HttpsLoad(port, "/v1/admit"));
    }

    /** Kyverno with a rule in CEL, which it compiles; it makes its own certificates and webhooks. */
    Contender kyverno() {
        controlPlane
                .kubectl("create", "-R", "-f", programs.resolve("kyverno-crds").toString())
                .orThrow();
        PeerChart chart = PeerChart.install(
                controlPlane, programs.resolve("charts/kyverno"), "kyverno", "kyverno-admission-controller");
        int port = FreePorts.next();
        SupervisedProcess process = chart.start(
                programs.resolve("kyverno"),
                List.of(
                        "--webhookServerPort=" + port,
                        "--metricsPort=" + FreePorts.next(),
                        "--controllerRuntimeMetricsAddress=127.0.0.1:" + FreePorts.next()));
        controlPlane.routeService("kyverno", "kyverno-svc", port);
        apply(process, "kyverno-policy.yaml");
        return new Contender("kyverno", process, new HttpsLoad(port, "/vpol/no-keys-in-pods"));
    }

    /** As soon as it is accepted: kinds appear some time after what defines them, and webhooks after their process. */
    private void apply(SupervisedProcess process, String rule) {
        process.awaitReady(
                PATIENCE,
                () -> controlPlane.kubectl("apply", "-f", file(rule).toString()).succeeded());
    }

    private static Path file(String rule) {
        URL resource = Objects.requireNonNull(Peers.class.getResource(rule));
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path certificates() throws IOException {
        CertificateIssuer issuer = new CertificateIssuer();
        Instant validFrom = Instant.ofEpochMilli(System.currentTimeMillis());
        CertifiedKey key = issuer.serving(issuer.authority(validFrom), List.of("localhost"), validFrom);
        Path folder = Files.createDirectories(controlPlane.workDirectory().resolve("gatekeeper-certificates"));
        Files.writeString(folder.resolve("tls.crt"), Pem.of(List.of(key.certificate())));
        Files.writeString(folder.resolve("tls.key"), Pem.of(key.privateKey()));
        return folder;
    }
}
