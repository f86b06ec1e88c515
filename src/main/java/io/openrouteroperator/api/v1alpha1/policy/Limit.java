package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The most a key may spend. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Limit(
        @JsonPropertyDescription("US dollars per reset interval, more than 0. Example: 100.")
        @Required
        @ValidationRule(
                value = "self > 0.0 && self <= 1000000.0",
                message =
                        "limit.maxUsd must be more than 0 and at most 1000000 US dollars; write 100, or leave limit out")
        BigDecimal maxUsd,

        @JsonPropertyDescription(
                "When the count starts afresh, in UTC: Daily at midnight, Weekly on Monday, Monthly on the first, Never. Default: Monthly.")
        @Default("Monthly")
        @Nullable
        Reset reset) {}
