package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** Rotation of one key. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyRotation(
        @JsonPropertyDescription("Age at which the key is replaced; at most the policy's. Example: 14d.") @Nullable
        String interval,

        @JsonPropertyDescription("Raise it to rotate now. Default 0.") @Default("0") @Nullable
        Long generation,

        @JsonPropertyDescription("true: no scheduled rotation; maxAge still ends the key. Default false.")
        @Default("false")
        @Nullable
        Boolean suspend) {}
