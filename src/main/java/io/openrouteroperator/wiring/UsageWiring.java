package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.usage.PolicyJournal;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.UsageBoard;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.account.AccountObservation;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import io.openrouteroperator.reconcile.account.KeyOwners;
import io.openrouteroperator.usage.HistoryStore;
import io.openrouteroperator.usage.UsageLoop;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The beans that compare what was served with the policy; the leader starts the loop. */
@Dependent
class UsageWiring {
    @Produces
    @Singleton
    UsageBoard board(OperatorConfiguration configuration) {
        return new UsageBoard(configuration.usage().enabled());
    }

    @Produces
    @Singleton
    AccountRegistry accounts() {
        return new AccountRegistry();
    }

    @Produces
    @Singleton
    KeyOwners owners() {
        return new KeyOwners();
    }

    @Produces
    @Singleton
    HistoryStore histories(KubernetesClient client, OperatorConfiguration configuration) {
        return new HistoryStore(client, configuration.namespace());
    }

    /** Without anybody who compares, nothing is written down. */
    static PolicyJournal journal(HistoryStore histories, OperatorConfiguration configuration) {
        return configuration.usage().enabled() ? histories : (_, _, _) -> {};
    }

    @Produces
    @Singleton
    UsageLoop loop(
            KubernetesClient client,
            AccountRegistry accounts,
            KeyOwners owners,
            OperatorSettings settings,
            HistoryStore histories,
            UsageBoard board,
            EventRecorder events,
            MeterRegistry registry,
            OperatorConfiguration configuration,
            Clock clock) {
        return UsageLoop.create(
                new AccountObservation(accounts, owners, settings.cluster()),
                client,
                histories,
                configuration.namespace(),
                board,
                events,
                registry,
                configuration.usage().interval(),
                configuration.usage().today().enabled()
                        ? configuration.usage().today().interval()
                        : null,
                configuration.usage().days(),
                clock);
    }

    void stop(@Disposes UsageLoop loop) {
        loop.close();
    }
}
