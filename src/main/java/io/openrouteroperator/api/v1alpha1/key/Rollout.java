package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** How consumers get a new key. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rollout(
        @JsonPropertyDescription(
                "Restart: consumers that read the key by env or subPath are restarted. None: nobody is. Default: Restart.")
        @Default("Restart")
        @Nullable
        RolloutStrategy strategy) {}
