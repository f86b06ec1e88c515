package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.reconcile.LeaseGuard;
import io.openrouteroperator.reconcile.OperatorSettings;
import io.openrouteroperator.reconcile.account.KeyOwners;
import io.openrouteroperator.reconcile.rollout.ConsumerSource;
import io.openrouteroperator.reconcile.rollout.Refusals;
import io.openrouteroperator.reconcile.rollout.WorkloadRestarter;
import java.time.Clock;

/** What a pass over a key works with. */
record KeyTools(
        KeyGatherer gatherer,
        KeyEffects effects,
        KeyProof proof,
        KeyDelivery delivery,
        InFlightKeys inFlight,
        KeyStatusFactory statuses,
        KeyAnnouncer announcer,
        KeyTrail trail,
        FleetTurns turns,
        WorkloadRestarter restarter,
        LeaseGuard lease,
        Clock clock) {
    static KeyTools create(
            KubernetesClient client,
            KeyOwners owners,
            EventRecorder events,
            AuditLog audit,
            KeyMeters meters,
            OperatorSettings settings,
            LeaseGuard lease,
            Clock clock) {
        SecretStore secrets = new SecretStore(client);
        KeyDelivery delivery = new KeyDelivery(secrets, settings.operatorName());
        InFlightKeys inFlight = new InFlightKeys();
        FleetTurns turns = new FleetTurns(owners, clock);
        Refusals refusals = new Refusals(clock);
        return new KeyTools(
                new KeyGatherer(
                        secrets,
                        delivery,
                        inFlight,
                        settings,
                        new Nonces(),
                        new ConsumerSource(client, refusals, clock),
                        turns),
                new KeyEffects(inFlight, clock),
                new KeyProof(clock),
                delivery,
                inFlight,
                new KeyStatusFactory(clock),
                new KeyAnnouncer(events, meters),
                new KeyTrail(audit, inFlight),
                turns,
                new WorkloadRestarter(client, refusals),
                lease,
                clock);
    }
}
