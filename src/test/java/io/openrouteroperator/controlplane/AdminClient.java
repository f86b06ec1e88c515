package io.openrouteroperator.controlplane;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The administrator's client, and the questions that the harness itself asks with it. */
final class AdminClient {

    private AdminClient() {}

    static KubernetesClient connect(ApiServer server, Credentials credentials) {
        byte[] authority = server.authority().getBytes(StandardCharsets.US_ASCII);
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl(server.url())
                        .withCaCertData(Base64.getEncoder().encodeToString(authority))
                        .withOauthToken(credentials.token(Credentials.ADMIN))
                        .withNamespace("default")
                        // A test wants to see a failure, not a late success.
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    static boolean isReady(KubernetesClient client) {
        try {
            return "ok".equals(client.raw("/readyz"));
        } catch (KubernetesClientException e) {
            return false;
        }
    }

    /** The sign that the controllers work: they make it for each namespace. */
    static boolean serviceAccountExists(KubernetesClient client) {
        return client.serviceAccounts()
                        .inNamespace("default")
                        .withName("default")
                        .get()
                != null;
    }

    /** "namespace/name" of the Service with this cluster address. */
    static Optional<String> serviceAt(KubernetesClient client, String address) {
        return client.services().inAnyNamespace().withField("spec.clusterIP", address).list().getItems().stream()
                .map(Service::getMetadata)
                .map(metadata -> metadata.getNamespace() + "/" + metadata.getName())
                .findFirst();
    }
}
