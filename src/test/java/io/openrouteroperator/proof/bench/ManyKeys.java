package io.openrouteroperator.proof.bench;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many keys of one policy, a hundred in each namespace. */
final class ManyKeys {
    static final String LABEL = "bench";

    private static final int IN_A_NAMESPACE = 100;
    private static final int WRITERS = 8;

    private final KubernetesClient client;
    private final int count;

    ManyKeys(KubernetesClient client, int count) {
        this.client = client;
        this.count = count;
    }

    /** Account, policy and namespaces. */
    void prepare(Simulator openRouter) {
        client.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(InstalledOperator.NAMESPACE)
                        .withName("bench-management")
                        .endMetadata()
                        .withStringData(Map.of("key", openRouter.managementKey()))
                        .build())
                .create();
        apply("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterAccount
                metadata: {name: bench}
                spec:
                  baseUrl: %s
                  managementKeys: [{secretRef: {namespace: %s, name: bench-management, key: key}}]
                  requestsPerSecond: 1000
                  keyChanges: {perDay: 1000000}
                """.formatted(openRouter.baseUrl(), InstalledOperator.NAMESPACE));
        apply("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: bench}
                spec:
                  accountRef: {name: bench}
                  namespaceSelector: {matchLabels: {bench: bench}}
                  rotation: {overlap: {min: 5s, max: 10m}, maxConcurrent: 1000}
                  classifications:
                    - name: internal
                      providers: {allow: [openai, anthropic]}
                      limit: {maxUsd: 100, reset: Monthly}
                """);
        IntStream.rangeClosed(0, count / IN_A_NAMESPACE)
                .forEach(number -> client.resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName("bench-" + number)
                                .addToLabels(LABEL, LABEL)
                                .endMetadata()
                                .build())
                        .create());
    }

    /** Asks for all of them. */
    void request() {
        each(count, this::request);
    }

    /** Asks for one, by its number. */
    void request(int number) {
        apply("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {namespace: %s, name: %s, labels: {%s: %s}}
                spec: {classification: internal}
                """.formatted(namespace(number), name(number), LABEL, LABEL));
    }

    /** Asks for another key of the first ones. */
    void rotate(int first) {
        each(
                first,
                number -> client.resources(OpenRouterKey.class)
                        .inNamespace(namespace(number))
                        .withName(name(number))
                        .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"rotation\":{\"generation\":1}}}"));
    }

    static String name(int number) {
        return "key-" + number;
    }

    private String namespace(int number) {
        return "bench-" + Math.min(number / IN_A_NAMESPACE, count / IN_A_NAMESPACE);
    }

    private static void each(int many, IntConsumer deed) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            writers.invokeAll(IntStream.range(0, many)
                    .mapToObj(number -> Executors.callable(() -> deed.accept(number)))
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .create();
    }
}
