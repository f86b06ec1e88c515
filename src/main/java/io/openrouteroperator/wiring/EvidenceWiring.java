package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.evidence.ProviderFactsLoop;
import io.openrouteroperator.evidence.ProviderFactsStore;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The bean that publishes facts about providers; the leader starts it. */
@Dependent
class EvidenceWiring {
    @Produces
    @Singleton
    ProviderFactsLoop providers(
            KubernetesClient client, AccountRegistry accounts, OperatorConfiguration configuration, Clock clock) {
        return ProviderFactsLoop.create(
                accounts::catalogue,
                new ProviderFactsStore(client, configuration.namespace(), configuration.lease()),
                clock);
    }

    void stop(@Disposes ProviderFactsLoop loop) {
        loop.close();
    }
}
