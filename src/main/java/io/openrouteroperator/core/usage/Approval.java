package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue said of a provider when a class let it in.
 *
 * @param at since when the class lets it in, under the same rules
 * @param headquarters ISO 3166-1 alpha-2, null when unknown
 * @param datacenters ISO 3166-1 alpha-2, null when unknown
 * @param keepsNoData whether it had any endpoint without data retention
 */
public record Approval(
        Instant at, @Nullable String headquarters, @Nullable List<String> datacenters, boolean keepsNoData) {
    /** All providers as the catalogue shows them now, by slug. */
    public static SortedMap<String, Approval> all(Catalogue catalogue, Instant at) {
        Set<String> keepingNoData = catalogue.zeroDataRetention().stream()
                .map(Endpoint::providerSlug)
                .collect(Collectors.toSet());
        SortedMap<String, Approval> all = new TreeMap<>();
        for (Provider provider : catalogue.providers()) {
            List<String> datacenters = provider.datacenters();
            all.put(
                    provider.slug(),
                    new Approval(
                            at,
                            provider.headquarters(),
                            datacenters == null
                                    ? null
                                    : datacenters.stream().sorted().toList(),
                            keepingNoData.contains(provider.slug())));
        }
        return all;
    }

    /** What is worse or different now, in words; nothing when all is as it was. */
    public List<String> differences(Approval now) {
        List<String> found = new ArrayList<>();
        if (keepsNoData && !now.keepsNoData) {
            found.add("it has no endpoint without data retention any more");
        }
        if (headquarters != null && !headquarters.equals(now.headquarters)) {
            found.add("its headquarters moved from %s to %s".formatted(headquarters, text(now.headquarters)));
        }
        if (datacenters != null && !datacenters.equals(now.datacenters)) {
            found.add("its datacenters were in %s and are in %s".formatted(text(datacenters), text(now.datacenters)));
        }
        return List.copyOf(found);
    }

    private static String text(@Nullable String country) {
        return country == null ? "an unknown country" : ForeignName.of(country);
    }

    private static String text(@Nullable List<String> countries) {
        return countries == null ? "unknown countries" : ForeignName.of(String.join(" ", countries));
    }
}
