package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** How long the old key stays valid beside the new one. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Overlap(
        @JsonPropertyDescription("At least this long. Default 1h.") @Nullable
        String min,

        @JsonPropertyDescription("At most this long; then it is retired even if someone still uses it. Default 72h.")
        @Nullable
        String max) {}
