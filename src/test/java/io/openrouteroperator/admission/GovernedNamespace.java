package io.openrouteroperator.admission;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.SimulatedAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A namespace under a policy, with an account behind it; what is in it is sent through the webhook by the real API server. */
public final class GovernedNamespace implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final String name = "admission-" + COUNTER.incrementAndGet();

    private GovernedNamespace(Installation installation) {
        this.installation = installation;
    }

    /** A namespace that holds a Secret from the time before it was governed. */
    public static GovernedNamespace holding(Installation installation, String secret, String value) {
        GovernedNamespace namespace = new GovernedNamespace(installation);
        namespace.label(Map.of("tenant", namespace.name));
        namespace.create(new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace.name)
                .withName(secret)
                .endMetadata()
                .withStringData(Map.of("key", value))
                .build());
        namespace.create(SimulatedAccount.managementKey(
                namespace.name, installation.openRouter().managementKey()));
        namespace
                .apply(SimulatedAccount.manifest(
                        namespace.name, installation.openRouter().baseUrl()))
                .orThrow();
        namespace.apply(namespace.policy("Enforce")).orThrow();
        namespace.label(Map.of("tenant", namespace.name, "openrouter-operator.io/governed", "true"));
        return namespace;
    }

    /** Of the namespace, its policy and its account. */
    public String name() {
        return name;
    }

    KubernetesClient client() {
        return installation.controlPlane().client();
    }

    /** What kubectl says to a manifest; objects without a namespace land in this one. */
    public CommandResult apply(String yaml) {
        try {
            Path file = Files.createTempFile("manifest", ".yaml");
            Files.writeString(file, yaml);
            return installation.controlPlane().kubectl("apply", "-n", name, "-f", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs kubectl as an administrator. */
    public CommandResult kubectl(String... arguments) {
        return installation.controlPlane().kubectl(arguments);
    }

    /** Asks for a key and waits for its Secret and its record. */
    public void requestKey(String key) {
        apply("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {name: %s}
                spec: {classification: internal}
                """.formatted(key)).orThrow();
        await("key " + key + " is recorded")
                .atMost(PATIENCE)
                .until(() -> !kubectl("get", "openrouterkey", key, "-n", name, "-o", "jsonpath={.status.current.hash}")
                        .stdout()
                        .isBlank());
    }

    @Nullable
    Secret secret(String secret) {
        return client().secrets().inNamespace(name).withName(secret).get();
    }

    void enforce(String mode) {
        apply(policy(mode)).orThrow();
    }

    boolean exists() {
        return client().namespaces().withName(name).get() != null;
    }

    /** The namespace controller deletes what the webhook protects; this waits until it has. */
    public void deleteAndWait() {
        client().namespaces().withName(name).delete();
        await("namespace " + name + " is gone").atMost(PATIENCE).until(() -> !exists());
    }

    @Override
    public void close() {
        client().namespaces().withName(name).delete();
        SimulatedAccount.remove(client(), name);
    }

    private void label(Map<String, String> labels) {
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withLabels(labels)
                        .endMetadata()
                        .build())
                .serverSideApply();
    }

    private void create(Secret secret) {
        client().resource(secret).create();
    }

    private String policy(String enforcement) {
        return """
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: %1$s}
                spec:
                  accountRef: {name: %1$s}
                  namespaceSelector: {matchLabels: {tenant: %1$s}}
                  enforcement: %2$s
                  classifications:
                  - name: internal
                    providers: {allow: [openai, anthropic]}
                    limit: {maxUsd: 100, reset: Monthly}
                """.formatted(name, enforcement);
    }
}
