package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.schema.DurationText;
import org.jspecify.annotations.Nullable;

/** Rotation of one key. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyRotation(
        @JsonPropertyDescription(
                "Age at which the key is replaced; at most the policy's, which is at most 90d. Default: the policy's. Example: 14d.")
        @DurationText
        @ValidationRule(
                value = "$seconds(self) <= 7776000",
                message =
                        "rotation.interval must be at most 90d, since a key can only rotate more often than its policy asks; write 14d, or leave it out")
        @Nullable
        String interval,

        @JsonPropertyDescription("Raise it to rotate now, for example from 0 to 1; it never goes down. Default: 0.")
        @Default("0")
        @Min(0)
        @ValidationRule(
                value = "self >= oldSelf",
                message = "rotation.generation can only be raised; write a higher number to rotate now")
        @Nullable
        Long generation,

        @JsonPropertyDescription(
                "true: no scheduled rotation; the maxAge of the policy still ends the key. Default: false.")
        @Default("false")
        @Nullable
        Boolean suspend) {}
