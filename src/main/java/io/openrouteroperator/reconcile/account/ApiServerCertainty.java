package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the API server itself, by pages. Queues are read last: what leaves the objects was written there before. Those of all accounts,
 * as several objects may lead to one account at OpenRouter.
 */
final class ApiServerCertainty implements OrphanJanitor.Certainty {
    private static final long PAGE = 500;

    private final KubernetesClient client;
    private final String cluster;

    ApiServerCertainty(KubernetesClient client, String cluster) {
        this.client = client;
        this.cluster = cluster;
    }

    @Override
    public List<RemoteKey> unowned(List<RemoteKey> keys) {
        List<RemoteKey> left = new ArrayList<>(keys);
        String next = null;
        do {
            var page = client.resources(OpenRouterKey.class)
                    .inAnyNamespace()
                    .list(new ListOptionsBuilder()
                            .withLimit(PAGE)
                            .withContinue(next)
                            .build());
            left.removeIf(KeyOwners.recognised(page.getItems().stream(), cluster)::own);
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        client.resources(OpenRouterAccount.class).list().getItems().stream()
                .map(RetireQueueMapper::read)
                .forEach(queue -> left.removeIf(queue::holds));
        return left;
    }
}
