package io.openrouteroperator.governance;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.LabelRequirement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a label selector as written to one that {@code core} understands. */
final class SelectorMapper {
    private SelectorMapper() {}

    /** The selector; {@code otherwise} when none is written. */
    static LabelMatcher matcher(@Nullable LabelSelector selector, LabelMatcher otherwise) {
        if (selector == null) {
            return otherwise;
        }
        return new LabelMatcher(
                Objects.requireNonNullElse(selector.getMatchLabels(), Map.<String, String>of()),
                Objects.requireNonNullElse(selector.getMatchExpressions(), List.<LabelSelectorRequirement>of()).stream()
                        .map(SelectorMapper::requirement)
                        .toList());
    }

    private static LabelRequirement requirement(LabelSelectorRequirement written) {
        return new LabelRequirement(
                written.getKey(),
                switch (written.getOperator()) {
                    case "In" -> LabelRequirement.Operator.IN;
                    case "NotIn" -> LabelRequirement.Operator.NOT_IN;
                    case "Exists" -> LabelRequirement.Operator.EXISTS;
                    case "DoesNotExist" -> LabelRequirement.Operator.DOES_NOT_EXIST;
                    default -> throw new IllegalArgumentException("the schema lets no other operator through");
                },
                Set.copyOf(Objects.requireNonNullElse(written.getValues(), List.<String>of())));
    }
}
