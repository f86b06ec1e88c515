package io.openrouteroperator.startup;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** What an operator does on a usual day, done quickly: keys delivered, pods and Secrets reviewed. */
public final class Workload {
    /** The governed namespace. */
    public static final String NAMESPACE = "workload";

    /** Looks like a key and is none: its digits are counted up. */
    private static final String STRAY_KEY = "sk-or-v1-" + "0123456789abcdef".repeat(4);

    private final Installation installation;
    private final KubernetesClient client;

    /** Works on an installation. */
    public Workload(Installation installation) {
        this.installation = installation;
        this.client = installation.controlPlane().client();
    }

    /** Applies account, policy and key requests, and waits until every key is published. */
    public void deliverKeys() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .addToLabels("openrouter-operator.io/governed", "true")
                        .endMetadata()
                        .build())
                .create();
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(InstalledOperator.NAMESPACE)
                        .withName("workload-management")
                        .endMetadata()
                        .withStringData(Map.of("key", installation.openRouter().managementKey()))
                        .build())
                .create();
        client.load(new ByteArrayInputStream(manifests().getBytes(StandardCharsets.UTF_8)))
                .create();
        await("every key of the workload to be published")
                .atMost(Duration.ofMinutes(2))
                .until(this::everyKeyIsReady);
    }

    /**
     * Sends pods and Secrets of all kinds through the API server to the webhook, without keeping any.
     *
     * @return how many of them were refused
     */
    int review(int rounds) {
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            refused += isRefused(pod("literal", STRAY_KEY)) ? 1 : 0;
            refused += isRefused(pod("plain", "nothing")) ? 1 : 0;
            refused += isRefused(podReading("checkout")) ? 1 : 0;
            refused += isRefused(podReading("missing")) ? 1 : 0;
        }
        return refused;
    }

    private boolean isRefused(Pod pod) {
        try {
            client.resource(pod).dryRun(true).create();
            return false;
        } catch (KubernetesClientException e) {
            if (e.getCode() == 403) {
                return true;
            }
            throw e;
        }
    }

    private boolean everyKeyIsReady() {
        return client.resources(OpenRouterKey.class).inNamespace(NAMESPACE).list().getItems().stream()
                .allMatch(key -> key.getStatus() != null
                        && key.getStatus().conditions().stream()
                                .anyMatch(condition -> condition.getType().equals("Ready")
                                        && condition.getStatus().equals("True")));
    }

    private static Pod pod(String name, String value) {
        return new PodBuilder(bare(name))
                .editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("LLM_API_KEY")
                .withValue(value)
                .endEnv()
                .endContainer()
                .endSpec()
                .build();
    }

    private static Pod podReading(String secret) {
        return new PodBuilder(bare(secret))
                .editSpec()
                .editFirstContainer()
                .addNewEnvFrom()
                .withNewSecretRef()
                .withName(secret)
                .endSecretRef()
                .endEnvFrom()
                .addNewVolumeMount()
                .withName("secret")
                .withMountPath("/secret")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("secret")
                .withNewSecret()
                .withSecretName(secret)
                .endSecret()
                .endVolume()
                .endSpec()
                .build();
    }

    private static Pod bare(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("example.org/main")
                .endContainer()
                .endSpec()
                .build();
    }

    private String manifests() {
        try (InputStream file = Objects.requireNonNull(Workload.class.getResourceAsStream("workload.yaml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@baseUrl@", installation.openRouter().baseUrl())
                    .replace("@system@", InstalledOperator.NAMESPACE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
