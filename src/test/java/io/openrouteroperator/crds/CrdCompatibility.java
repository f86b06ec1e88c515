package io.openrouteroperator.crds;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares two CRDs and says what would break an object that the first one accepted: fields lost, types changed, and
 * everything that accepts less than before. What accepts more, and what is new and optional, is no break.
 */
final class CrdCompatibility {
    private final List<String> breaks = new ArrayList<>();

    private CrdCompatibility() {}

    /** One sentence per break, each with the path of the field; empty when stored objects stay valid. */
    static List<String> breaks(CustomResourceDefinition before, CustomResourceDefinition after) {
        var comparison = new CrdCompatibility();
        comparison.report(
                "", "scope", before.getSpec().getScope(), after.getSpec().getScope());
        comparison.report(
                "",
                "names",
                before.getSpec().getNames().getPlural(),
                after.getSpec().getNames().getPlural());
        comparison.compare(before.getSpec().getNames().getKind(), Schemas.root(before), Schemas.root(after));
        return List.copyOf(comparison.breaks);
    }

    private void compare(String path, JSONSchemaProps before, JSONSchemaProps after) {
        report(path, "type", before.getType(), after.getType());
        report(path, "list type", before.getXKubernetesListType(), after.getXKubernetesListType());
        report(path, "list keys", before.getXKubernetesListMapKeys(), after.getXKubernetesListMapKeys());
        newlyRequired(path, before, after);
        narrowedValues(path, before, after);
        narrowedBounds(path, before, after);
        newRules(path, before, after);
        Map<String, JSONSchemaProps> parts = Schemas.parts(after);
        Schemas.parts(before).forEach((step, part) -> {
            JSONSchemaProps next = parts.get(step);
            if (next == null) {
                breaks.add(path + step + " is gone");
            } else {
                compare(path + step, part, next);
            }
        });
    }

    private void report(String path, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            breaks.add("%s: %s changed from %s to %s".formatted(path, what, before, after));
        }
    }

    private void newlyRequired(String path, JSONSchemaProps before, JSONSchemaProps after) {
        for (String field : after.getRequired()) {
            if (!before.getRequired().contains(field)
                    && Schemas.property(after, field).getDefault() == null) {
                breaks.add("%s.%s is required now".formatted(path, field));
            }
        }
    }

    private void narrowedValues(String path, JSONSchemaProps before, JSONSchemaProps after) {
        if (!after.getEnum().isEmpty()
                && (before.getEnum().isEmpty() || !after.getEnum().containsAll(before.getEnum()))) {
            breaks.add("%s: values narrowed from %s to %s".formatted(path, before.getEnum(), after.getEnum()));
        }
        if (after.getPattern() != null) {
            report(path, "pattern", before.getPattern(), after.getPattern());
        }
        if (after.getFormat() != null) {
            report(path, "format", before.getFormat(), after.getFormat());
        }
        if (Boolean.TRUE.equals(before.getNullable()) && !Boolean.TRUE.equals(after.getNullable())) {
            breaks.add(path + " can no longer be null");
        }
    }

    private void narrowedBounds(String path, JSONSchemaProps before, JSONSchemaProps after) {
        lowered(path, "maximum", before.getMaximum(), after.getMaximum());
        lowered(path, "maxLength", before.getMaxLength(), after.getMaxLength());
        lowered(path, "maxItems", before.getMaxItems(), after.getMaxItems());
        lowered(path, "maxProperties", before.getMaxProperties(), after.getMaxProperties());
        raised(path, "minimum", before.getMinimum(), after.getMinimum());
        raised(path, "minLength", before.getMinLength(), after.getMinLength());
        raised(path, "minItems", before.getMinItems(), after.getMinItems());
    }

    private void lowered(String path, String bound, @Nullable Number before, @Nullable Number after) {
        if (after != null && (before == null || after.doubleValue() < before.doubleValue())) {
            breaks.add("%s: %s lowered from %s to %s".formatted(path, bound, before, after));
        }
    }

    private void raised(String path, String bound, @Nullable Number before, @Nullable Number after) {
        if (after != null && (before == null || after.doubleValue() > before.doubleValue())) {
            breaks.add("%s: %s raised from %s to %s".formatted(path, bound, before, after));
        }
    }

    /** A rule cannot be compared by meaning, so any that was not there before counts. */
    private void newRules(String path, JSONSchemaProps before, JSONSchemaProps after) {
        Set<String> known = before.getXKubernetesValidations().stream()
                .map(ValidationRule::getRule)
                .collect(Collectors.toSet());
        after.getXKubernetesValidations().stream()
                .map(ValidationRule::getRule)
                .filter(rule -> !known.contains(rule))
                .forEach(rule -> breaks.add("%s has the new rule %s".formatted(path, rule)));
    }
}
