package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models that may be used. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelRules(
        @JsonPropertyDescription("Model ids or globs. Default: *. Example: [anthropic/*, openai/gpt-5].")
        List<String> allow,

        @JsonPropertyDescription("Model ids or globs that are never allowed. Example: [*:free].")
        List<String> deny,

        @JsonPropertyDescription(
                "Whether free variants (:free) may be used; their endpoints often train on or publish prompts. Default false.")
        @Default("false")
        @Nullable
        Boolean allowFree) {
    public ModelRules {
        allow = allow == null ? List.of() : List.copyOf(allow);
        deny = deny == null ? List.of() : List.copyOf(deny);
    }
}
