package io.openrouteroperator.proof.webhook;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;

/**
 * Dry runs of pods, each judged by the webhook as any pod is.
 *
 * @param client of the API server
 * @param namespace a governed one
 */
record Probe(KubernetesClient client, String namespace) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String STRAY = SampleKeys.service("stray");

    /** A pod that names a Secret, for which the webhook has to ask the API server; it must be admitted. */
    void admitted() {
        create(new PodBuilder()
                .withNewMetadata()
                .withGenerateName("probe-")
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("main")
                .withImage("example.org/main")
                .addNewEnvFrom()
                .withNewSecretRef("settings", true)
                .endEnvFrom()
                .endContainer()
                .endSpec()
                .build());
    }

    /** A pod with a key in it; it must be refused for the key. */
    void refused() {
        try {
            create(stray());
        } catch (KubernetesClientException e) {
            if (String.valueOf(e.getMessage()).contains("literal-key")) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("a pod with a key in it was admitted");
    }

    /** Whether the webhook gives its answer. */
    boolean isJudged() {
        try {
            refused();
            return true;
        } catch (KubernetesClientException | IllegalStateException e) {
            return false;
        }
    }

    /** Waits until the webhook gives its answer, and tells how many milliseconds that took. */
    long awaitJudged() {
        long began = System.nanoTime();
        if (!Waiting.until(PATIENCE, this::isJudged)) {
            refused();
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private void create(Pod pod) {
        client.pods().inNamespace(namespace).resource(pod).dryRun().create();
    }

    private static Pod stray() {
        return new PodBuilder()
                .withNewMetadata()
                .withGenerateName("stray-")
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("main")
                .withImage("example.org/main")
                .addNewEnv()
                .withName("TOKEN")
                .withValue(STRAY)
                .endEnv()
                .endContainer()
                .endSpec()
                .build();
    }
}
