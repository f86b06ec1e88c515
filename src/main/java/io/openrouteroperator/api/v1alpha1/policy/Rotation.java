package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DurationText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When keys are replaced. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rotation(
        @JsonPropertyDescription(
                "Age at which a key is replaced, at most 90d and at most maxAge. Default: 90d. Example: 30d.")
        @DurationText
        @ValidationRule(
                value = "$seconds(self) <= 7776000",
                message = "interval must be at most 90d; write 90d or less")
        @Nullable
        String interval,

        @JsonPropertyDescription(
                "Percent of the interval over which rotations are spread, before its end. From 0 to 50. Default: 10.")
        @Min(0)
        @Max(50)
        @Nullable
        Integer jitterPercent,

        @JsonPropertyDescription("How long the old key stays valid beside the new one.")
        @ValidationRule(
                value = "$seconds($given(self.min, '1h')) < $seconds($given(self.max, '72h'))",
                message =
                        "overlap.max must be longer than overlap.min (1h and 72h where left out); write overlap: {min: 1h, max: 72h}")
        @Nullable
        Overlap overlap,

        @JsonPropertyDescription(
                "Hard end of a key: OpenRouter stops accepting it at this age, even if the operator is gone. At least the interval. Default: 100d.")
        @DurationText
        @ValidationRule(value = "$seconds(self) <= 31622400", message = "maxAge must be at most 366d; write 100d")
        @Nullable
        String maxAge,

        @JsonPropertyDescription(
                "Times at which rotations may start; at most 8. Default: any time. A key that would pass maxAge before the next window is rotated outside of it, with a warning.")
        @Size(max = 8)
        List<Window> windows,

        @JsonPropertyDescription("How many keys may be rolling out at once. At least 1. Default: 5.")
        @Min(1)
        @Max(1000)
        @Nullable
        Integer maxConcurrent) {
    public Rotation {
        windows = windows == null ? List.of() : List.copyOf(windows);
    }
}
