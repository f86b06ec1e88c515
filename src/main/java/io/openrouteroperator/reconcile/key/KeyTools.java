package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.reconcile.EventRecorder;
import io.openrouteroperator.reconcile.OperatorSettings;
import java.time.Clock;

/** What a pass over a key works with. */
record KeyTools(
        KeyGatherer gatherer,
        KeyEffects effects,
        KeyProof proof,
        SecretStore secrets,
        InFlightKeys inFlight,
        KeyStatusFactory statuses,
        KeyAnnouncer announcer,
        Clock clock) {
    static KeyTools create(KubernetesClient client, EventRecorder events, OperatorSettings settings, Clock clock) {
        SecretStore secrets = new SecretStore(client);
        InFlightKeys inFlight = new InFlightKeys();
        return new KeyTools(
                new KeyGatherer(secrets, inFlight, settings, new Nonces()),
                new KeyEffects(inFlight, clock),
                new KeyProof(clock),
                secrets,
                inFlight,
                new KeyStatusFactory(clock),
                new KeyAnnouncer(events),
                clock);
    }
}
