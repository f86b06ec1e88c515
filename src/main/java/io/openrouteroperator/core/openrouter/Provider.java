package io.openrouteroperator.core.openrouter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider of the catalogue.
 *
 * @param slug the name used in guardrails and routing
 * @param name the display name used in activity and endpoints
 * @param headquarters ISO 3166-1 alpha-2, null when unknown
 * @param datacenters ISO 3166-1 alpha-2, null when unknown
 * @param privacyPolicy where its privacy policy is, null when unknown
 * @param termsOfService where its terms are, null when unknown
 */
public record Provider(
        String slug,
        String name,
        @Nullable String headquarters,
        @Nullable List<String> datacenters,
        @Nullable String privacyPolicy,
        @Nullable String termsOfService) {
    /** A provider of whose papers nothing is known. */
    public Provider(String slug, String name, @Nullable String headquarters, @Nullable List<String> datacenters) {
        this(slug, name, headquarters, datacenters, null, null);
    }
}
