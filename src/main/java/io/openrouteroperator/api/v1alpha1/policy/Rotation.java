package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When keys are replaced. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Rotation(
        @JsonPropertyDescription("Age at which a key is replaced, at most 90d. Default 90d. Example: 30d.") @Nullable
        String interval,

        @JsonPropertyDescription("Rotations are spread over this share of the interval, before its end. Default 10.")
        @Nullable
        Integer jitterPercent,

        @JsonPropertyDescription("How long the old key stays valid beside the new one.") @Nullable
        Overlap overlap,

        @JsonPropertyDescription(
                "Hard end of a key: set at OpenRouter when the key is made. At least the interval. Default 100d.")
        @Nullable
        String maxAge,

        @JsonPropertyDescription("Times at which rotations may start. Default: any time.")
        List<Window> windows,

        @JsonPropertyDescription("How many keys may be rolling out at once. Default 5.") @Nullable
        Integer maxConcurrent) {
    public Rotation {
        windows = windows == null ? List.of() : List.copyOf(windows);
    }
}
