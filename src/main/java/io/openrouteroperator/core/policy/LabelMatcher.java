package io.openrouteroperator.core.policy;

import java.util.List;
import java.util.Map;

/**
 * A label selector: all labels and all requirements must hold; an empty one matches everything.
 *
 * @param labels labels with exactly these values
 * @param requirements further expressions
 */
public record LabelMatcher(Map<String, String> labels, List<LabelRequirement> requirements) {
    public LabelMatcher {
        labels = Map.copyOf(labels);
        requirements = List.copyOf(requirements);
    }

    /** Matches every object. */
    public static LabelMatcher everything() {
        return new LabelMatcher(Map.of(), List.of());
    }

    /** Matches objects with this label. */
    public static LabelMatcher label(String key, String value) {
        return new LabelMatcher(Map.of(key, value), List.of());
    }

    /** Whether an object with these labels is meant. */
    public boolean matches(Map<String, String> objectLabels) {
        return labels.entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().equals(objectLabels.get(wanted.getKey())))
                && requirements.stream().allMatch(requirement -> requirement.matches(objectLabels));
    }
}
