package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.NearestMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds names in a classification that mean nothing, before anything is changed at OpenRouter. */
final class NameResolution {
    // The filters that OpenRouter offers for redaction, as its API describes them.
    private static final Set<String> REDACTIONS =
            Set.of("email", "phone", "ssn", "credit-card", "ip-address", "person-name", "address");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final ClassificationRules rules;
    private final CatalogueIndex catalogue;
    private final List<FieldProblem> problems = new ArrayList<>();

    private NameResolution(ClassificationRules rules, CatalogueIndex catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /**
     * All names and globs that match nothing. A glob in a deny-list may: it is a precaution.
     *
     * @param resolvedBefore whether these rules were compiled before: then a provider or model that is missing now has left the
     *     catalogue, which narrows the list and must not stop it from being narrowed further
     */
    static List<FieldProblem> problems(ClassificationRules rules, CatalogueIndex catalogue, boolean resolvedBefore) {
        NameResolution resolution = new NameResolution(rules, catalogue);
        if (!resolvedBefore) {
            resolution.checkProviders();
            resolution.checkModels();
        }
        resolution.checkValues(
                "providers.countries",
                rules.providers().countries(),
                COUNTRIES,
                "is not a country code; write ISO 3166-1 alpha-2 such as US or DE");
        resolution.checkValues(
                "data.redact",
                rules.data().redact(),
                REDACTIONS,
                "is not a filter of OpenRouter; write one of " + String.join(", ", new TreeSet<>(REDACTIONS)));
        return List.copyOf(resolution.problems);
    }

    private void checkProviders() {
        Set<String> slugs =
                catalogue.providers().stream().map(provider -> provider.slug()).collect(Collectors.toSet());
        checkPatterns("providers.allow", rules.providers().allow(), slugs, true, "provider");
        checkPatterns("providers.deny", rules.providers().deny(), slugs, false, "provider");
    }

    private void checkModels() {
        Set<String> names = catalogue.models().stream()
                .flatMap(model -> model.names().stream())
                .collect(Collectors.toSet());
        checkPatterns("models.allow", rules.models().allow(), names, true, "model");
        checkPatterns("models.deny", rules.models().deny(), names, false, "model");
    }

    private void checkPatterns(
            String field, List<String> patterns, Set<String> names, boolean globsMustMatch, String noun) {
        for (int index = 0; index < patterns.size(); index++) {
            NamePattern pattern = new NamePattern(patterns.get(index));
            if ((pattern.exact() || globsMustMatch) && !pattern.matchesAny(names)) {
                String what = pattern.exact() ? "is no " + noun + " of OpenRouter" : "matches no " + noun;
                Collection<String> candidates = pattern.exact() ? names : authorGlobs(names);
                add(field, index, pattern.text(), what + NearestMatch.question(pattern.text(), candidates));
            }
        }
    }

    private static Set<String> authorGlobs(Set<String> names) {
        return names.stream()
                .filter(name -> name.indexOf('/') > 0)
                .map(name -> name.substring(0, name.indexOf('/')) + "/*")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkValues(String field, List<String> values, Set<String> known, String message) {
        Set<String> folded = known.stream().map(NameResolution::fold).collect(Collectors.toSet());
        for (int index = 0; index < values.size(); index++) {
            if (!folded.contains(fold(values.get(index)))) {
                add(field, index, values.get(index), message);
            }
        }
    }

    private void add(String field, int index, String value, String message) {
        problems.add(new FieldProblem(rules.path() + "." + field + "[" + index + "]", "'" + value + "' " + message));
    }

    private static String fold(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
