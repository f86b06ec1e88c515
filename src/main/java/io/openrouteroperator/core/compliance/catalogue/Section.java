package io.openrouteroperator.core.compliance.catalogue;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.util.Set;

/**
 * A part of the catalogue.
 *
 * @param group of all its controls
 */
record Section(ControlGroup group) {
    /** A control of it that is no safeguard. */
    Control control(
            String id,
            String question,
            String answered,
            String proof,
            String reproduce,
            Mappings mappings,
            Set<Source> sources,
            Check check) {
        return new Control(id, group, question, answered, proof, reproduce, mappings.list(), sources, null, check);
    }
}
