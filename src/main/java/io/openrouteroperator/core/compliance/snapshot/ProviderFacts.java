package io.openrouteroperator.core.compliance.snapshot;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What OpenRouter's catalogue says of a provider.
 *
 * @param headquarters ISO 3166-1 alpha-2, null when it does not tell
 * @param datacenters ISO 3166-1 alpha-2, null when it does not tell
 * @param privacyPolicy address of its privacy policy by HTTPS, null when it tells none
 * @param termsOfService address of its terms by HTTPS, null when it tells none
 * @param modelsKeptNowhere how many models it serves by endpoints that keep no data
 */
public record ProviderFacts(
        String slug,
        String name,
        @Nullable String headquarters,
        @Nullable List<String> datacenters,
        @Nullable String privacyPolicy,
        @Nullable String termsOfService,
        int modelsKeptNowhere) {
    /** With these bounds all of them fit into an object of 256 KiB, whatever OpenRouter says. */
    private static final int MOST = 400;

    private static final Pattern PAGE = Pattern.compile("https://[!-~&&[^\"'<>\\\\]]+");
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_DATACENTERS = 50;

    public ProviderFacts {
        datacenters = datacenters == null ? null : List.copyOf(datacenters);
        privacyPolicy = address(privacyPolicy);
        termsOfService = address(termsOfService);
        modelsKeptNowhere = Math.max(0, modelsKeptNowhere);
    }

    /** Of all providers, by their slugs. */
    public static List<ProviderFacts> of(Catalogue catalogue) {
        Map<String, Long> kept = catalogue.zeroDataRetention().stream()
                .distinct()
                .collect(Collectors.groupingBy(Endpoint::providerSlug, Collectors.counting()));
        return catalogue.providers().stream()
                .filter(provider -> provider.slug().length() <= LONGEST_NAME)
                .sorted(Comparator.comparing(Provider::slug))
                .limit(MOST)
                .map(provider -> of(provider, kept.getOrDefault(provider.slug(), 0L)))
                .toList();
    }

    private static ProviderFacts of(Provider provider, long kept) {
        String name = provider.name();
        List<String> datacenters = provider.datacenters();
        return new ProviderFacts(
                provider.slug(),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                country(provider.headquarters()),
                datacenters == null
                        ? null
                        : datacenters.stream()
                                .filter(place -> country(place) != null)
                                .limit(MOST_DATACENTERS)
                                .toList(),
                provider.privacyPolicy(),
                provider.termsOfService(),
                Math.toIntExact(kept));
    }

    private static @Nullable String country(@Nullable String code) {
        return code != null && code.length() == 2 ? code : null;
    }

    /** Whoever reads it may follow it, so it is one of a page and nothing else. */
    private static @Nullable String address(@Nullable String text) {
        return text != null
                        && text.length() <= LONGEST_ADDRESS
                        && PAGE.matcher(text).matches()
                ? text
                : null;
    }
}
