package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.plan.KeyChange.AccountChanged;
import io.openrouteroperator.core.plan.KeyChange.GrantLost;
import io.openrouteroperator.core.plan.KeyChange.RotationMoved;
import java.util.List;

/**
 * What becomes of one key.
 *
 * @param inUse whether a service may be using it
 * @param changes at least one
 */
public record KeyEffect(ObjectName key, boolean inUse, List<KeyChange> changes) {
    public KeyEffect {
        changes = List.copyOf(changes);
    }

    /** Whether a service would be left with a key that nobody replaces. */
    public boolean isStranded() {
        return inUse
                && changes.stream()
                        .anyMatch(change -> change instanceof AccountChanged
                                || (change instanceof GrantLost lost && lost.stranded()));
    }

    /** Whether its replacement starts at once. */
    public boolean isDueNow() {
        return changes.stream().anyMatch(change -> change instanceof RotationMoved moved && moved.dueNow());
    }
}
