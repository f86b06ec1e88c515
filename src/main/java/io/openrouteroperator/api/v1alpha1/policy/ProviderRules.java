package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers that may serve a class. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ProviderRules(
        @JsonPropertyDescription(
                "Provider slugs as OpenRouter lists them, or globs. Example: [anthropic, google-vertex].")
        @Required
        List<String> allow,

        @JsonPropertyDescription("Provider slugs or globs that are never allowed.")
        List<String> deny,

        @JsonPropertyDescription(
                "Whether services should be told to fall back to another allowed provider. Default true.")
        @Default("true")
        @Nullable
        Boolean allowFallbacks,

        @JsonPropertyDescription(
                "ISO 3166-1 alpha-2 codes; only providers whose headquarters and datacenters all lie there qualify. A provider whose place is unknown does not. Example: [US, DE].")
        List<String> countries,

        @JsonPropertyDescription("Required: only your own provider credentials may be used. Default NotRequired.")
        @Default("NotRequired")
        @Nullable
        ByokRequirement byok) {
    public ProviderRules {
        allow = allow == null ? List.of() : List.copyOf(allow);
        deny = deny == null ? List.of() : List.copyOf(deny);
        countries = countries == null ? List.of() : List.copyOf(countries);
    }
}
