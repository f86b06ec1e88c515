package io.openrouteroperator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.audit.AuditLog.Mark;
import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.GroupFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.page.ReviewHistoryStore;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The page of the operator as it ships, installed with {@code page.enabled}: real tokens, real rights, a real browser. On a control plane
 * of its own, because other tests' operator serves no page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {
    private static final int PORT = FreePorts.next();
    private static final String OPERATOR =
            "system:serviceaccount:" + InstalledOperator.NAMESPACE + ":openrouter-operator";

    private static final String CERTIFICATE = "page-certificate";

    private HttpClient http;
    private ControlPlane controlPlane;
    private Simulator openRouter;
    private InstalledOperator operator;
    private Tenant shop;
    private Tenant bank;
    private Browser browser;

    @BeforeAll
    void install() {
        controlPlane = ControlPlane.start();
        http = HttpClient.newBuilder().sslContext(trustAll()).build();
        presentCertificate();
        openRouter = Simulator.start(SimulatorOptions.usual());
        operator = InstalledOperator.install(
                controlPlane,
                Map.of("OPENROUTER_OPERATOR_PAGE_PORT", Integer.toString(PORT)),
                "page.enabled=true",
                "page.tls.secretName=" + CERTIFICATE,
                "scan.enabled=false");
        Installation installation = new Installation(controlPlane, openRouter, operator);
        shop = tenant(installation, "shop");
        bank = tenant(installation, "bank");
        grant();
        // What was read for the figures of the day, when there was no key yet, is shown for some seconds.
        String reviewer = token("reviewer");
        shop.await("the page shows both keys", () -> get(reviewer, "").body().contains(bank.name() + "/service"));
        browser = Browser.open();
    }

    @AfterAll
    void stop() {
        browser.close();
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

    @Test
    void theRightToListKeysDecidesWhoSeesWhat() throws Exception {
        String reviewer = token("reviewer");
        String owner = token("owner");

        assertThat(get("", "").statusCode()).isEqualTo(401);
        assertThat(get("not.a.token", "").statusCode()).isEqualTo(401);
        assertThat(get(reviewer.substring(0, reviewer.length() - 8) + "AAAAAAAA", "")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> stranger = get(token("stranger"), "");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body())
                .contains("system:serviceaccount:default:stranger may not list openrouterkeys.openrouter-operator.io");
        assertThat(get(owner, "").statusCode()).isEqualTo(403);
        assertThat(get(owner, "?namespace=" + bank.name()).statusCode()).isEqualTo(403);

        HttpResponse<String> one = get(owner, "?namespace=" + shop.name());
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).contains(shop.name() + "/service").doesNotContain(bank.name());

        HttpResponse<String> all = get(reviewer, "");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body())
                .contains(shop.name() + "/service", bank.name() + "/service")
                .doesNotContain("Not everything could be read")
                .doesNotContain(Tenant.entry(shop.secret("service").orElseThrow(), "OPENROUTER_API_KEY"));
        assertThat(operator.operator().log()).doesNotContain(reviewer, owner);
    }

    @Test
    void manyLooksAreFewQuestions() throws Exception {
        String reviewer = token("reviewer");
        Mark mark = controlPlane.auditLog().mark();

        for (int look = 0; look < 5; look++) {
            assertThat(get(reviewer, "").statusCode()).isEqualTo(200);
        }

        var requests = controlPlane.auditLog().since(mark).by(OPERATOR);
        assertThat(requests.on("tokenreviews").count()).isEqualTo(1);
        assertThat(requests.on("subjectaccessreviews").count()).isEqualTo(1);
    }

    @Test
    void theOperatorRemembersEachDayOnce() {
        ReviewHistoryStore store = history();

        shop.await(
                "the figures of today are written", () -> !store.read().days().isEmpty());

        assertThat(controlPlane
                        .client()
                        .configMaps()
                        .inNamespace(InstalledOperator.NAMESPACE)
                        .withName("openrouter-operator-review-history")
                        .require()
                        .getMetadata()
                        .getLabels())
                .containsEntry("app.kubernetes.io/component", "review-history");
    }

    @Test
    void aRenewedCertificateIsPresentedWithoutARestart() throws Exception {
        Certificate before = presented();
        presentCertificate();
        operator.refreshVolumes();

        shop.await("another certificate is presented", () -> !presented().equals(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableForEverybody(String scheme) {
        remember();
        browser.prefer(scheme);
        browser.go(address("reviewer"));

        assertThat(browser.text()).contains("OpenRouter review of the whole cluster", "Age of keys, in days");
        assertThat(browser.axeViolations()).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void filtersWithTheMouse() {
        browser.go(address("reviewer"));

        browser.find("select[name=namespace] option[value='" + bank.name() + "']")
                .click();
        browser.find("form button").click();

        assertThat(browser.address()).contains("namespace=" + bank.name()).doesNotContain(token("reviewer"));
        assertThat(browser.text())
                .contains("OpenRouter review of namespace " + bank.name())
                .doesNotContain(shop.name() + "/service");
    }

    @Test
    void filtersWithTheKeyboard() {
        browser.go(address("reviewer"));
        WebElement classes = browser.find("select[name=class]");

        for (int tab = 0; tab < 10 && !browser.focused().equals(classes); tab++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);

        assertThat(browser.text()).contains("OpenRouter review of the whole cluster, class internal");
    }

    @Test
    void anOwnerIsAskedForTheNamespace() {
        browser.go(address("owner"));
        assertThat(browser.text()).contains("This is not for you to see");
        assertThat(browser.axeViolations()).isEmpty();

        browser.find("input[name=namespace]").sendKeys(shop.name(), Keys.ENTER);

        assertThat(browser.text()).contains("OpenRouter review of namespace " + shop.name());
        assertThat(browser.all("select[name=namespace] option")).hasSize(1);
    }

    @Test
    void isCompleteOnPaper() {
        remember();
        browser.go(address("reviewer"));

        PrintedPages pages = browser.print();

        assertThat(pages.isWhole()).isTrue();
        assertThat(pages.sheets()).isGreaterThanOrEqualTo(4);
    }

    /** As if the operator had been here for weeks. */
    private void remember() {
        ReviewHistory history = history().read();
        LocalDate today = history.days().isEmpty()
                ? LocalDate.parse("2026-11-24")
                : history.days().getLast().day();
        for (int day = 1; day <= 20; day++) {
            history = history.with(new DayFigures(
                    today.minusDays(day),
                    true,
                    List.of(new GroupFigures(shop.name(), "internal", 1, 90 - day, 90 - day, BigDecimal.valueOf(day))),
                    Map.of(shop.name(), day % 4)));
        }
        history().write(history);
    }

    private ReviewHistoryStore history() {
        return new ReviewHistoryStore(
                controlPlane.client(), InstalledOperator.NAMESPACE, "openrouter-operator-review-history");
    }

    /** A browser asks for name and password in a window that no driver reaches; this is the same answer given before. */
    private String address(String reader) {
        return "https://%s:%s@localhost:%d/".formatted(reader, token(reader), PORT);
    }

    private String token(String serviceAccount) {
        return controlPlane
                .client()
                .serviceAccounts()
                .inNamespace("default")
                .withName(serviceAccount)
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getStatus()
                .getToken();
    }

    private HttpResponse<String> get(String token, String query) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + PORT + "/" + query));
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

    private Certificate presented() throws IOException, InterruptedException {
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
