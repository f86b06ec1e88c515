package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import java.net.HttpURLConnection;
import java.util.Objects;
import java.util.function.Function;

/**
 * Writes parts of account statuses outside of polls. Each write carries the version it was decided on; whoever comes second reads
 * again and decides again, so that no part is lost.
 */
public final class AccountStatusStore {
    private static final int MOST_ATTEMPTS = 20;

    private final KubernetesClient client;

    public AccountStatusStore(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Writes what {@code change} makes of the account as it is now; nothing when that is what its status says already.
     *
     * @return false when there is no such account any more
     * @throws KubernetesClientException when the API server refuses, or others keep writing in between
     */
    synchronized boolean change(String account, Function<OpenRouterAccount, OpenRouterAccountStatus> change) {
        for (int attempt = 1; ; attempt++) {
            OpenRouterAccount found =
                    client.resources(OpenRouterAccount.class).withName(account).get();
            if (found == null) {
                return false;
            }
            OpenRouterAccountStatus next = change.apply(found);
            if (Objects.equals(next, found.getStatus())) {
                return true;
            }
            found.setStatus(next);
            try {
                client.resource(found).updateStatus();
                return true;
            } catch (KubernetesClientException refused) {
                if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT || attempt == MOST_ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }
}
