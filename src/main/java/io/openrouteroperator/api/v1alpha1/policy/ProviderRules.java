package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.ListSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers that may serve a class. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProviderRules(
        @JsonPropertyDescription(
                "Provider slugs as OpenRouter lists them, or globs. [\"*\"] stands for all. Example: [anthropic, google-vertex].")
        @Required
        @Size(max = 200)
        @ValidationRule(
                value = "self.size() > 0",
                message = "providers.allow must name at least one provider; write [\"*\"] for all of them")
        @ValidationRule(
                value = "self.all(p, p.matches('^[A-Za-z0-9*][A-Za-z0-9*._:/-]*$'))",
                message = "providers.allow takes slugs or globs; write google-vertex, not Google Vertex")
        List<@Size(max = 100) String> allow,

        @JsonPropertyDescription("Provider slugs or globs that are never allowed; stronger than allow. Default: none.")
        @Size(max = 200)
        @ValidationRule(
                value = "self.all(p, p.matches('^[A-Za-z0-9*][A-Za-z0-9*._:/-]*$'))",
                message = "providers.deny takes slugs or globs; write google-vertex, not Google Vertex")
        @ValidationRule(
                value = "!('*' in self)",
                message = "providers.deny must not be *, since then no provider is left; name the providers to deny")
        List<@Size(max = 100) String> deny,

        @JsonPropertyDescription(
                "Whether services should be told to fall back to another allowed provider. Default: true.")
        @Default("true")
        @Nullable
        Boolean allowFallbacks,

        @JsonPropertyDescription(
                "ISO 3166-1 alpha-2 codes. Only providers whose headquarters and datacenters all lie there qualify; one whose place is unknown does not. Default: any country. Example: [US, DE].")
        @Size(max = 100)
        @ValidationRule(
                value = "self.all(c, c.matches('^[A-Z]{2}$'))",
                message =
                        "providers.countries takes ISO 3166-1 codes of two upper-case letters; write DE, not de or Germany")
        @ListSet
        List<@Size(max = 64) String> countries,

        @JsonPropertyDescription(
                "Required: only your own provider credentials may be used. NotRequired: any may. Default: NotRequired.")
        @Default("NotRequired")
        @Nullable
        ByokRequirement byok) {
    public ProviderRules {
        allow = allow == null ? List.of() : List.copyOf(allow);
        deny = deny == null ? List.of() : List.copyOf(deny);
        countries = countries == null ? List.of() : List.copyOf(countries);
    }
}
