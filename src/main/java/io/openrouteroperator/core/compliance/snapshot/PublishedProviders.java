package io.openrouteroperator.core.compliance.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the operator published of OpenRouter's providers.
 *
 * @param since when the catalogue began to say so
 */
public record PublishedProviders(Instant since, List<ProviderFacts> providers) {
    public PublishedProviders {
        providers = List.copyOf(providers);
    }

    /** One of them. */
    public Optional<ProviderFacts> find(String slug) {
        return providers.stream().filter(each -> each.slug().equals(slug)).findFirst();
    }
}
