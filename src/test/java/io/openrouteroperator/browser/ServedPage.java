package io.openrouteroperator.browser;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The operator with its page, two services with keys, and people with different rights; all of it belongs to this object. */
final class ServedPage implements AutoCloseable {
    private static final String CERTIFICATE = "page-certificate";

    private final int port = FreePorts.next();
    private final HttpClient http =
            HttpClient.newBuilder().sslContext(trustAll()).build();
    private final ControlPlane controlPlane = ControlPlane.start();
    private final Simulator openRouter = Simulator.start(SimulatorOptions.usual());
    private final InstalledOperator operator;
    private final Tenant shop;
    private final Tenant bank;

    private ServedPage() {
        presentCertificate();
        operator = InstalledOperator.install(
                controlPlane,
                Map.of("OPENROUTER_OPERATOR_PAGE_PORT", Integer.toString(port)),
                "page.enabled=true",
                "page.tls.secretName=" + CERTIFICATE,
                "scan.enabled=false");
        Installation installation = new Installation(controlPlane, openRouter, operator);
        shop = tenant(installation, "shop");
        bank = tenant(installation, "bank");
    }

    /** Installs everything, and waits until the page shows both keys: what was read when there was none is shown for some seconds. */
    static ServedPage install() {
        ServedPage page = new ServedPage();
        page.grant();
        String reviewer = page.token("reviewer");
        page.shop.await(
                "the page shows both keys",
                () -> page.get(reviewer, "").body().contains(page.bank.name() + "/service"));
        return page;
    }

    ControlPlane controlPlane() {
        return controlPlane;
    }

    InstalledOperator operator() {
        return operator;
    }

    /** The namespace that somebody owns. */
    Tenant shop() {
        return shop;
    }

    /** The other one. */
    Tenant bank() {
        return bank;
    }

    /** As cert-manager renews one, and a kubelet brings it. */
    void renewCertificate() {
        presentCertificate();
        operator.refreshVolumes();
    }

    @Override
    public void close() {
        operator.close();
        openRouter.close();
        controlPlane.close();
    }

    private static Tenant tenant(Installation installation, String topic) {
        Tenant tenant = Tenant.create(installation, topic, Tenant.INTERNAL);
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        return tenant;
    }

    /** A reviewer of the cluster, an owner of one namespace, and somebody who may nothing. */
    private void grant() {
        for (String name : List.of("reviewer", "owner", "stranger")) {
            shop.apply("""
                apiVersion: v1
                kind: ServiceAccount
                metadata: {namespace: default, name: %s}
                """.formatted(name));
        }
        shop.apply("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: page-reader}
            rules: [{apiGroups: [openrouter-operator.io], resources: [openrouterkeys], verbs: [list]}]
            """);
        shop.apply("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: page-reviewer}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: page-reader}
            subjects: [{kind: ServiceAccount, namespace: default, name: reviewer}]
            """);
        shop.apply("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {namespace: NAMESPACE, name: page-owner}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: page-reader}
            subjects: [{kind: ServiceAccount, namespace: default, name: owner}]
            """.replace("NAMESPACE", shop.name()));
    }

    /** A browser asks for name and password in a window that no driver reaches; this is the same answer given before. */
    String address(String reader) {
        return "https://%s:%s@localhost:%d/".formatted(reader, token(reader), port);
    }

    String token(String serviceAccount) {
        return controlPlane
                .client()
                .serviceAccounts()
                .inNamespace("default")
                .withName(serviceAccount)
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getStatus()
                .getToken();
    }

    HttpResponse<String> get(String token, String query) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/" + query));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As cert-manager does, or a person. */
    private void presentCertificate() {
        CertificateIssuer issuer = new CertificateIssuer();
        Instant now = Instant.now();
        CertifiedKey key = issuer.serving(issuer.authority(now), List.of("localhost"), now);
        controlPlane
                .client()
                .namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(InstalledOperator.NAMESPACE)
                        .endMetadata()
                        .build())
                .createOr(NonDeletingOperation::update);
        controlPlane
                .client()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(InstalledOperator.NAMESPACE)
                        .withName(CERTIFICATE)
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .withStringData(Map.of(
                                "tls.crt", Pem.of(List.of(key.certificate())), "tls.key", Pem.of(key.privateKey())))
                        .build())
                .createOr(NonDeletingOperation::update);
    }

    Certificate presented() throws IOException, InterruptedException {
        try {
            return get("", "").sslSession().orElseThrow().getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException impossible) {
            throw new IllegalStateException("it answered by TLS", impossible);
        }
    }

    private static SSLContext trustAll() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has TLS", e);
        }
    }
}
