package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.openrouteroperator.api.schema.DurationText;
import org.jspecify.annotations.Nullable;

/** How long the old key stays valid beside the new one. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Overlap(
        @JsonPropertyDescription("At least this long. Default: 1h.") @DurationText @Nullable
        String min,

        @JsonPropertyDescription(
                "At most this long; then the old key is retired even if someone still uses it. More than min. Default: 72h.")
        @DurationText
        @Nullable
        String max) {}
