package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.openrouteroperator.api.v1alpha1.policy.Reset;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Spending limit of a key. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeyLimit(
        @JsonPropertyDescription(
                "US dollars per reset interval, more than 0 and at most what the classification allows. Example: 20.")
        @Required
        @ValidationRule(
                value = "self > 0.0 && self <= 1000000.0",
                message =
                        "limit.usd must be more than 0 and at most 1000000 US dollars; write 20, or leave limit out for the maximum of the classification")
        BigDecimal usd,

        @JsonPropertyDescription(
                "When the count starts afresh, in UTC: Daily at midnight, Weekly on Monday, Monthly on the first, Never. Default: as the classification.")
        @Nullable
        Reset reset) {}
