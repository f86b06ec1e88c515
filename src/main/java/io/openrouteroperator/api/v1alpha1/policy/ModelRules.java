package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models that may be used. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ModelRules(
        @JsonPropertyDescription("Model ids or globs. Default: all. Example: [anthropic/*, openai/gpt-5].")
        @Size(max = 200)
        @ValidationRule(
                value = "self.all(m, m.matches('^[A-Za-z0-9*~@][A-Za-z0-9*~@._:/+-]*$'))",
                message = "models.allow takes model ids or globs; write anthropic/* or openai/gpt-5")
        List<@Size(max = 128) String> allow,

        @JsonPropertyDescription(
                "Model ids or globs that are never allowed; stronger than allow. Default: none. Example: [*:free].")
        @Size(max = 200)
        @ValidationRule(
                value = "self.all(m, m.matches('^[A-Za-z0-9*~@][A-Za-z0-9*~@._:/+-]*$'))",
                message = "models.deny takes model ids or globs; write *:free or openai/gpt-5")
        @ValidationRule(
                value = "!('*' in self)",
                message = "models.deny must not be *, since then no model is left; name the models to deny")
        List<@Size(max = 128) String> deny,

        @JsonPropertyDescription(
                "Whether free variants (:free) may be used; their endpoints often train on prompts or publish them. Default: false.")
        @Default("false")
        @Nullable
        Boolean allowFree) {
    public ModelRules {
        allow = allow == null ? List.of() : List.copyOf(allow);
        deny = deny == null ? List.of() : List.copyOf(deny);
    }
}
