package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The most a key may spend. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Limit(
        @JsonPropertyDescription("US dollars per interval, more than zero.") @Required
        BigDecimal maxUsd,

        @JsonPropertyDescription(
                "When the count starts afresh: Daily, Weekly (Monday), Monthly (the first), Never. All in UTC. Default Monthly.")
        @Default("Monthly")
        @Nullable
        Reset reset) {}
