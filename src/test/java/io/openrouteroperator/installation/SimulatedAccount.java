package io.openrouteroperator.installation;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import java.util.Map;

/** An account object for a simulated OpenRouter, which is polled without mercy, and the Secret with its management key. */
public final class SimulatedAccount {
    private SimulatedAccount() {}

    /** The object; its management key is in the Secret {@code NAME-management} of the operator's namespace. */
    public static String manifest(String name, String baseUrl) {
        return """
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterAccount
                metadata: {name: %1$s}
                spec:
                  baseUrl: %2$s
                  managementKeys:
                    - secretRef: {namespace: %3$s, name: %1$s-management, key: key}
                  pollInterval: 1s
                  requestsPerSecond: 500
                """.formatted(name, baseUrl, InstalledOperator.NAMESPACE);
    }

    /**
     * Takes away the account and its policies. Past admission, whose caches may have to learn yet that the last key has gone.
     */
    public static void remove(KubernetesClient administrator, String name) {
        try (KubernetesClient client = PastAdmission.client(administrator)) {
            client.resources(OpenRouterPolicy.class).list().getItems().stream()
                    .filter(policy -> policy.getSpec().accountRef().name().equals(name))
                    .forEach(policy -> client.resource(policy).delete());
            client.resources(OpenRouterAccount.class).withName(name).delete();
        }
    }

    /** That Secret for the account of this name. */
    public static Secret managementKey(String account, String key) {
        return secret(account + "-management", key);
    }

    /** A Secret of another name that holds a management key. */
    public static Secret secret(String name, String key) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(InstalledOperator.NAMESPACE)
                .withName(name)
                .endMetadata()
                .withStringData(Map.of("key", key))
                .build();
    }
}
