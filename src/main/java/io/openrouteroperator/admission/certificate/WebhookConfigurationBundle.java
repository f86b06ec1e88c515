package io.openrouteroperator.admission.certificate;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.WebhookClientConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The caBundle of our own ValidatingWebhookConfiguration, found by name. */
public final class WebhookConfigurationBundle implements CaBundle {
    private static final int FORBIDDEN = 403;

    private final KubernetesClient client;
    private final String name;

    /** @param name of the ValidatingWebhookConfiguration */
    public WebhookConfigurationBundle(KubernetesClient client, String name) {
        this.client = client;
        this.name = name;
    }

    @Override
    public Optional<Set<String>> hosts() {
        return Optional.ofNullable(read()).map(configuration -> {
            Set<String> hosts = new HashSet<>();
            configuration.getWebhooks().forEach(webhook -> addHosts(webhook.getClientConfig(), hosts));
            return hosts;
        });
    }

    @Override
    public boolean announce(String pem) {
        ValidatingWebhookConfiguration configuration = read();
        String encoded = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        if (configuration == null
                || configuration.getWebhooks().stream()
                        .map(ValidatingWebhook::getClientConfig)
                        .allMatch(each -> encoded.equals(each.getCaBundle()))) {
            return false;
        }
        configuration.getWebhooks().forEach(webhook -> webhook.getClientConfig().setCaBundle(encoded));
        configuration.getMetadata().setManagedFields(null);
        client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .resource(configuration)
                .update();
        return true;
    }

    /** An installation without a webhook gives us no right to read its configuration: the same as having none. */
    private @Nullable ValidatingWebhookConfiguration read() {
        try {
            return client.admissionRegistration()
                    .v1()
                    .validatingWebhookConfigurations()
                    .withName(name)
                    .get();
        } catch (KubernetesClientException e) {
            if (e.getCode() == FORBIDDEN) {
                return null;
            }
            throw e;
        }
    }

    private static void addHosts(WebhookClientConfig config, Set<String> hosts) {
        if (config.getService() != null) {
            String service =
                    config.getService().getName() + "." + config.getService().getNamespace() + ".svc";
            hosts.add(service);
            hosts.add(service + ".cluster.local");
        }
        String host =
                config.getUrl() == null ? null : URI.create(config.getUrl()).getHost();
        if (host != null) {
            hosts.add(host.replace("[", "").replace("]", ""));
        }
    }
}
