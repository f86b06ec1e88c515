package io.openrouteroperator.cli.verb;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.core.condition.ConditionType;
import java.util.Collection;

/** Conditions of a status. */
final class Conditions {
    private Conditions() {}

    /** The condition of a type; one that says nothing when there is none. */
    static Condition find(Collection<Condition> conditions, ConditionType type) {
        return conditions.stream()
                .filter(condition -> type.text().equals(condition.getType()))
                .findFirst()
                .orElseGet(Condition::new);
    }
}
