package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Secret that a key is delivered in. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SecretTemplate(
        @JsonPropertyDescription("Name of the Secret. Default: the name of this object.") @Nullable
        String name,

        @JsonPropertyDescription("Entry that holds the key. Default OPENROUTER_API_KEY.")
        @Default("OPENROUTER_API_KEY")
        @Nullable
        String key,

        @JsonPropertyDescription("Further entries with the same value. Example: [OPENAI_API_KEY].")
        List<String> aliases,

        @JsonPropertyDescription(
                "Plain extra entries; a key in them is refused. Example: {OPENAI_BASE_URL: https://openrouter.ai/api/v1}.")
        Map<String, String> literals,

        @JsonPropertyDescription(
                "Rendered extra entries, in logic-less Mustache: {{apiKey}}, {{baseUrl}}, {{providerPreferences}}, {{serial}}, {{expiresAt}}.")
        Map<String, String> templates,

        @JsonPropertyDescription("Extra labels of the Secret.")
        Map<String, String> labels,

        @JsonPropertyDescription("Extra annotations of the Secret.")
        Map<String, String> annotations,

        @JsonPropertyDescription(
                "Whether to add OPENROUTER_BASE_URL and OPENROUTER_PROVIDER_PREFERENCES. Default true.")
        @Default("true")
        @Nullable
        Boolean includeRouting) {
    public SecretTemplate {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        literals = literals == null ? Map.of() : Map.copyOf(literals);
        templates = templates == null ? Map.of() : Map.copyOf(templates);
        labels = labels == null ? Map.of() : Map.copyOf(labels);
        annotations = annotations == null ? Map.of() : Map.copyOf(annotations);
    }
}
