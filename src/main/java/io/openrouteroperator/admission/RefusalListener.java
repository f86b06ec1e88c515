package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.Controller;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;

/** Port: hears that a controller's pod was refused. It never blocks. */
@FunctionalInterface
public interface RefusalListener {
    /** The pod of a controller in {@code namespace} was refused. */
    void refused(String namespace, Controller controller, Deny deny);
}
