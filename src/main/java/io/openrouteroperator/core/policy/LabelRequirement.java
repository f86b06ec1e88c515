package io.openrouteroperator.core.policy;

import java.util.Map;
import java.util.Set;

/**
 * One expression of a label selector, with Kubernetes' meaning.
 *
 * @param key the label
 * @param operator how its value is compared
 * @param values what it is compared with; empty for the two operators that ask for presence only
 */
public record LabelRequirement(String key, Operator operator, Set<String> values) {
    /** Kubernetes' four operators. */
    public enum Operator {
        /** Present with one of the values. */
        IN,
        /** Absent, or present with another value. */
        NOT_IN,
        /** Present. */
        EXISTS,
        /** Absent. */
        DOES_NOT_EXIST
    }

    public LabelRequirement {
        values = Set.copyOf(values);
    }

    /** Whether labels satisfy this requirement. */
    public boolean matches(Map<String, String> labels) {
        String value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
        };
    }
}
