package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.openrouteroperator.api.v1alpha1.policy.Reset;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Spending limit of a key. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyLimit(
        @JsonPropertyDescription("US dollars per interval, more than zero.") @Required
        BigDecimal usd,

        @JsonPropertyDescription("When the count starts afresh. Default: as the classification.") @Nullable
        Reset reset) {}
