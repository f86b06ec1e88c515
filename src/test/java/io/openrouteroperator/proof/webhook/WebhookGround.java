package io.openrouteroperator.proof.webhook;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A cluster, two replicas, and a governed namespace under a policy that refuses stray keys.
 *
 * @param controlPlane the cluster
 * @param replicas the operator
 */
record WebhookGround(ControlPlane controlPlane, Replicas replicas) implements AutoCloseable {
    /** The governed namespace. */
    static final String GOVERNED = "governed";

    private static final String POLICY = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterAccount
            metadata: {name: corporate}
            spec:
              managementKeys:
              - secretRef: {namespace: openrouter-system, name: management, key: key}
            ---
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterPolicy
            metadata: {name: corporate}
            spec:
              accountRef: {name: corporate}
              namespaceSelector: {matchLabels: {openrouter-operator.io/governed: "true"}}
              enforcement: Enforce
              classifications:
              - name: internal
                providers: {allow: [openai]}
                limit: {maxUsd: 100, reset: Monthly}
            """;

    /** Starts everything; ready about a quarter of a minute later. */
    static WebhookGround start() {
        ControlPlane controlPlane = ControlPlane.start();
        try {
            InstalledOperator operator = InstalledOperator.install(controlPlane, Map.of());
            WebhookGround ground = new WebhookGround(controlPlane, new Replicas(operator));
            ground.apply(POLICY);
            ground.apply(Manifests.governedNamespace(GOVERNED));
            ground.probe().awaitJudged();
            return ground;
        } catch (RuntimeException e) {
            controlPlane.close();
            throw e;
        }
    }

    /** The administrator. */
    KubernetesClient client() {
        return controlPlane.client();
    }

    /** A question to the webhook. */
    Probe probe() {
        return new Probe(client(), GOVERNED);
    }

    /** Applies a manifest; it must succeed. */
    void apply(String yaml) {
        try {
            Path file = Files.writeString(controlPlane.workDirectory().resolve("applied.yaml"), yaml);
            kubectl("apply", "-f", file.toString()).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CommandResult kubectl(String... arguments) {
        return controlPlane.kubectl(arguments);
    }

    /** Nothing is uninstalled: the cluster is thrown away. */
    @Override
    public void close() {
        replicas.close();
        controlPlane.close();
    }
}
