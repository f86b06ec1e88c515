package io.openrouteroperator.core.compliance.snapshot;

import io.openrouteroperator.core.condition.ConditionType;
import java.util.List;
import java.util.Optional;

/** The conditions of one object; one that is missing is neither true nor false. */
public record Conditions(List<ObservedCondition> all) {
    /** Those of an object without a status. */
    public static final Conditions NONE = new Conditions(List.of());

    public Conditions {
        all = List.copyOf(all);
    }

    /** The condition of a type. */
    public Optional<ObservedCondition> get(ConditionType type) {
        return all.stream().filter(each -> each.type().equals(type.text())).findFirst();
    }

    /** Whether it is there and holds. */
    public boolean holds(ConditionType type) {
        return get(type).filter(each -> each.status().equals("True")).isPresent();
    }

    /** Whether it is there and does not hold. */
    public boolean fails(ConditionType type) {
        return get(type).filter(each -> each.status().equals("False")).isPresent();
    }
}
