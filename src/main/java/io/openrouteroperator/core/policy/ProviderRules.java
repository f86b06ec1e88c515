package io.openrouteroperator.core.policy;

import java.util.List;

/**
 * The providers that may serve a class.
 *
 * @param allow slugs or globs; an empty list allows nobody
 * @param deny slugs or globs that win over {@code allow}
 * @param countries ISO 3166-1 alpha-2 codes that headquarters and every datacenter must lie in; empty for anywhere
 * @param allowFallbacks whether services are told to fall back to another allowed provider
 * @param byokRequired whether only own provider credentials may be used
 */
public record ProviderRules(
        List<String> allow, List<String> deny, List<String> countries, boolean allowFallbacks, boolean byokRequired) {
    public ProviderRules {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
        countries = List.copyOf(countries);
    }

    /** These providers, without further conditions. */
    public static ProviderRules allowing(String... patterns) {
        return new ProviderRules(List.of(patterns), List.of(), List.of(), true, false);
    }
}
