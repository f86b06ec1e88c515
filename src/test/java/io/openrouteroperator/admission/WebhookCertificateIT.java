package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The serving certificate under the eyes of the real API server. */
@ExtendWith(InstallationExtension.class)
class WebhookCertificateIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONFIGURATION = "openrouter-operator";

    private final GovernedNamespace namespace;

    WebhookCertificateIT(Installation installation) {
        this.namespace = GovernedNamespace.holding(installation, "stray", SampleKeys.service("stray"));
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    @Test
    void putsTheBundleBackWhenADeploymentToolOverwritesIt() {
        List<String> before = bundles();
        overwriteBundles();
        await("the bundle is back").atMost(PATIENCE).until(() -> bundles().equals(before));
        await("reviews are answered again").atMost(PATIENCE).until(this::webhookRefuses);
    }

    @Test
    void makesANewAuthorityWhenItsSecretIsLost() {
        List<String> before = bundles();
        String secret = namespace.client().secrets().inNamespace(InstalledOperator.NAMESPACE).list().getItems().stream()
                .filter(each -> each.getData() != null && each.getData().containsKey("ca.key"))
                .map(each -> each.getMetadata().getName())
                .findFirst()
                .orElseThrow();
        namespace
                .client()
                .secrets()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withName(secret)
                .delete();
        overwriteBundles();
        await("there is a new authority")
                .atMost(PATIENCE)
                .until(() -> !bundles().equals(before));
        assertThat(bundles())
                .doesNotContain("")
                .allMatch(each -> each.equals(bundles().getFirst()));
        await("reviews are answered under it").atMost(PATIENCE).until(this::webhookRefuses);
    }

    private boolean webhookRefuses() {
        return namespace
                .kubectl(
                        "run",
                        "probe",
                        "-n",
                        namespace.name(),
                        "--image=x",
                        "--dry-run=server",
                        "--env=A=" + SampleKeys.service("stray"))
                .stderr()
                .contains("literal-key");
    }

    private List<String> bundles() {
        return configuration().getWebhooks().stream()
                .map(webhook -> webhook.getClientConfig().getCaBundle() == null
                        ? ""
                        : webhook.getClientConfig().getCaBundle())
                .toList();
    }

    private void overwriteBundles() {
        String patch = IntStream.range(0, configuration().getWebhooks().size())
                .mapToObj(
                        "{\"op\":\"replace\",\"path\":\"/webhooks/%d/clientConfig/caBundle\",\"value\":\"\"}"
                                ::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        namespace
                .kubectl("patch", "validatingwebhookconfiguration", CONFIGURATION, "--type=json", "-p", patch)
                .orThrow();
    }

    private ValidatingWebhookConfiguration configuration() {
        return namespace
                .client()
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(CONFIGURATION)
                .require();
    }
}
