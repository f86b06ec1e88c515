package io.openrouteroperator.reconcile.key;

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
        Clock clock) {}
