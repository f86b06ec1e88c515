package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.evidence.ProviderFactsLoop;
import io.openrouteroperator.governance.FindingsBoard;
import io.openrouteroperator.governance.UsageBoard;
import io.openrouteroperator.page.HistoryLoop;
import io.openrouteroperator.reconcile.LeaseGuard;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.account.AccountReconciler;
import io.openrouteroperator.reconcile.account.AccountRegistry;
import io.openrouteroperator.reconcile.account.AccountStatusStore;
import io.openrouteroperator.reconcile.account.KeyOwners;
import io.openrouteroperator.reconcile.account.RetireDesk;
import io.openrouteroperator.reconcile.key.KeyMeters;
import io.openrouteroperator.reconcile.key.KeyReconciler;
import io.openrouteroperator.reconcile.policy.PolicyReconciler;
import io.openrouteroperator.reconcile.policy.PolicyRegistry;
import io.openrouteroperator.scan.ScanLoop;
import io.openrouteroperator.usage.HistoryStore;
import io.openrouteroperator.usage.UsageLoop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the operator: three reconcilers that share the accounts they poll and the policies they compiled. */
@ApplicationScoped
class OperatorProducer {
    /** What Secrets and events name as their maker. */
    static final String OPERATOR_NAME = "openrouter-operator";

    private static final int FIRST_RETRY_MILLIS = 500;
    private static final int LONGEST_RETRY_MILLIS = 60_000;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    OperatorSettings settings(OperatorConfiguration configuration, KubernetesClient client) {
        String cluster = configuration.clusterName().orElseGet(() -> ClusterIdentity.of(client));
        return new OperatorSettings(
                cluster, OPERATOR_NAME, configuration.catalogueInterval(), configuration.deletionPatience());
    }

    /** Never gives up: an object whose API server was away for an hour must not wait for somebody to touch it. */
    private static Retry retry() {
        return new GenericRetry()
                .setInitialInterval(FIRST_RETRY_MILLIS)
                .setIntervalMultiplier(2)
                .setMaxInterval(LONGEST_RETRY_MILLIS)
                .setMaxAttempts(-1);
    }

    /** One replica scans, reads what was served, publishes and remembers: the one that leads. */
    private static LeaderCallbacks leading(
            ScanLoop scan,
            UsageLoop usage,
            HistoryLoop history,
            ProviderFactsLoop providers,
            OperatorConfiguration configuration) {
        return new LeaderCallbacks(
                () -> {
                    providers.start();
                    if (configuration.scan().enabled()) {
                        scan.start();
                    }
                    if (configuration.usage().enabled()) {
                        usage.start();
                    }
                    if (configuration.page().enabled()) {
                        history.start();
                    }
                },
                () -> {
                    providers.close();
                    scan.close();
                    usage.close();
                    history.close();
                },
                _ -> {});
    }

    @Produces
    @Singleton
    Operator operator(
            KubernetesClient client,
            OperatorConfiguration configuration,
            OperatorSettings settings,
            OpenRouterConnector connector,
            MeterRegistry registry,
            LeaseGuard lease,
            FindingsBoard findings,
            EventRecorder events,
            AuditLog audit,
            ScanLoop scan,
            UsageLoop usage,
            UsageBoard served,
            HistoryStore histories,
            HistoryLoop history,
            ProviderFactsLoop providers,
            AccountRegistry accounts,
            KeyOwners owners,
            Clock clock) {
        Operator operator = new Operator(overrider -> overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withUseSSAToPatchPrimaryResource(false)
                .withMetrics(MicrometerMetricsV2.newBuilder(registry).build())
                .withLeaderElectionConfiguration(
                        LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(configuration.lease())
                                .withLeaseNamespace(configuration.namespace())
                                .withIdentity(configuration.podName())
                                .withLeaderCallbacks(leading(scan, usage, history, providers, configuration))
                                .build()));
        KeyMeters keyMeters = new KeyMeters(registry, configuration.metricsPerKey());
        PolicyRegistry policies = new PolicyRegistry();
        AccountStatusStore statuses = new AccountStatusStore(client);
        operator.register(
                AccountReconciler.create(
                        client, connector, accounts, owners, statuses, served, events, audit, registry, settings,
                        clock),
                overrider -> overrider.withRetry(retry()));
        operator.register(
                PolicyReconciler.create(
                        accounts,
                        policies,
                        owners,
                        findings,
                        served,
                        UsageWiring.journal(histories, configuration),
                        events,
                        audit,
                        settings,
                        clock),
                overrider -> overrider.withRetry(retry()));
        operator.register(
                KeyReconciler.create(
                        client,
                        accounts,
                        policies,
                        owners,
                        new RetireDesk(statuses),
                        events,
                        audit,
                        keyMeters,
                        settings,
                        lease,
                        clock),
                overrider -> overrider.withRetry(retry()));
        return operator;
    }
}
