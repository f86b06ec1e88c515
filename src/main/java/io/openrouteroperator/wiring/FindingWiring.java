package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.governance.FindingsBoard;
import io.openrouteroperator.governance.GovernanceCache;
import io.openrouteroperator.governance.GovernanceWatch;
import io.openrouteroperator.leak.ForeignKeyDesk;
import io.openrouteroperator.leak.LeakResponder;
import io.openrouteroperator.reconcile.account.AccountConnector;
import io.openrouteroperator.scan.ScanLoop;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The beans of what finds and answers: the scan, which the leader starts, the response to leaks, and events. */
@Dependent
class FindingWiring {
    @Produces
    @Singleton
    FindingsBoard findings(OperatorConfiguration configuration) {
        return new FindingsBoard(configuration.scan().enabled());
    }

    @Produces
    @Singleton
    EventRecorder events(KubernetesClient client, Clock clock) {
        return new EventRecorder(client, OperatorProducer.OPERATOR_NAME, clock);
    }

    @Produces
    @Singleton
    LeakResponder leaks(
            KubernetesClient client,
            GovernanceCache governance,
            EventRecorder events,
            AuditLog audit,
            MeterRegistry registry,
            OpenRouterConnector connector,
            Clock clock) {
        ForeignKeyDesk foreigners =
                new ForeignKeyDesk(client, new AccountConnector(client, connector), events, registry, clock);
        return new LeakResponder(client, governance, events, audit, registry, foreigners, clock);
    }

    void stop(@Disposes LeakResponder leaks) {
        leaks.close();
    }

    @Produces
    @Singleton
    ScanLoop scan(
            KubernetesClient client,
            GovernanceCache governance,
            GovernanceWatch watch,
            FindingsBoard board,
            OperatorConfiguration configuration,
            MeterRegistry registry,
            LeakResponder leaks,
            Clock clock) {
        RulePages pages = new RulePages(configuration.webhook().rulePagesUrl().orElse(""));
        return ScanLoop.create(
                client,
                governance,
                watch::isSynced,
                board,
                registry,
                leaks,
                pages,
                configuration.scan().interval(),
                configuration.scan().secrets(),
                clock);
    }

    void stop(@Disposes ScanLoop scan) {
        scan.close();
    }
}
