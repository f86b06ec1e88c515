package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.ProviderRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which providers qualify for a classification. What is not known about a provider never speaks for it. */
final class ProviderQualification {
    private final CatalogueIndex catalogue;
    private final PatternSet allow;
    private final PatternSet deny;
    private final Set<String> countries;
    private final boolean zeroDataRetention;

    ProviderQualification(ClassificationRules classification, CatalogueIndex catalogue) {
        ProviderRules rules = classification.providers();
        this.catalogue = catalogue;
        this.allow = PatternSet.of(rules.allow());
        this.deny = PatternSet.of(rules.deny());
        this.countries =
                rules.countries().stream().map(ProviderQualification::upper).collect(Collectors.toSet());
        this.zeroDataRetention = classification.data().zeroDataRetention();
    }

    /** Whether the rules leave out nobody, today or later. */
    boolean unrestricted() {
        return allow.everything() && deny.isEmpty() && countries.isEmpty() && !zeroDataRetention;
    }

    /** A verdict for each provider that the allow-list matches, by alphabet. */
    List<Verdict> judge() {
        return catalogue.providers().stream()
                .flatMap(provider ->
                        allow.match(List.of(provider.slug())).stream().map(pattern -> judge(provider, pattern)))
                .toList();
    }

    private Verdict judge(Provider provider, String allowedBy) {
        return objection(provider)
                .map(reason -> Verdict.dropped(provider.slug(), reason))
                .orElseGet(() -> Verdict.kept(provider.slug(), "allowed by '" + allowedBy + "'"));
    }

    private Optional<String> objection(Provider provider) {
        return deny.match(List.of(provider.slug()))
                .map(pattern -> "denied by '" + pattern + "'")
                .or(() -> countries.isEmpty() ? Optional.empty() : objectionToPlace(provider))
                .or(() -> zeroDataRetention && !catalogue.keepsNoData(provider.slug())
                        ? Optional.of("has no endpoint that keeps no data")
                        : Optional.empty());
    }

    private Optional<String> objectionToPlace(Provider provider) {
        String headquarters = provider.headquarters();
        List<String> datacenters = provider.datacenters();
        if (headquarters == null) {
            return Optional.of("its headquarters are not known");
        }
        if (!countries.contains(upper(headquarters))) {
            return Optional.of("its headquarters are in " + headquarters + ", outside " + allowedCountries());
        }
        if (datacenters == null || datacenters.isEmpty()) {
            return Optional.of("the places of its datacenters are not known");
        }
        String outside = datacenters.stream()
                .filter(country -> !countries.contains(upper(country)))
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of("it has datacenters in " + outside + ", outside " + allowedCountries());
    }

    private String allowedCountries() {
        return countries.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String upper(String country) {
        return country.toUpperCase(Locale.ROOT);
    }
}
