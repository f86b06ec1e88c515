package io.openrouteroperator.admission.certificate;

import java.util.Optional;
import java.util.Set;

/** Port: the webhook configuration at the API server. It blocks. */
public interface CaBundle {
    /** Hosts that the configuration tells the API server to call; nothing when there is no such configuration. */
    Optional<Set<String>> hosts();

    /** Puts the authorities into the configuration, unless they are there; true when they had to be put. */
    boolean announce(String pem);
}
