package io.openrouteroperator.proof.webhook;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.openrouteroperator.admission.certificate.Pem;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The authorities that the API server is told to trust.
 *
 * @param client of the API server
 */
record Bundles(KubernetesClient client) {
    private static final String CONFIGURATION = "openrouter-operator";

    /** Whether all webhooks trust all of these. */
    boolean trust(X509Certificate... authorities) {
        return Stream.of(authorities)
                .map(each -> Pem.of(List.of(each)))
                .allMatch(each -> texts().stream().allMatch(text -> text.contains(each)));
    }

    /** Puts other authorities into all webhooks, as a deployment tool may. */
    void overwrite(String pem) {
        String encoded = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        configuration().edit(found -> {
            found.getWebhooks().forEach(webhook -> webhook.getClientConfig().setCaBundle(encoded));
            return found;
        });
    }

    /** Changes something else, which the operator notices at once. */
    void touch() {
        configuration().edit(found -> {
            found.getMetadata().getLabels().merge("touched", "1", (before, one) -> before + one);
            return found;
        });
    }

    private List<String> texts() {
        return configuration().require().getWebhooks().stream()
                .map(webhook -> webhook.getClientConfig().getCaBundle())
                .map(encoded -> encoded == null ? "" : encoded)
                .map(encoded -> new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII))
                .toList();
    }

    private Resource<ValidatingWebhookConfiguration> configuration() {
        return client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(CONFIGURATION);
    }
}
