package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** The observability destination that must exist. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditTrail(
        @JsonPropertyDescription(
                "Whether a missing or disabled destination makes the account not ready. Default false.")
        @Default("false")
        @Nullable
        Boolean required,

        @JsonPropertyDescription("Name of the destination at OpenRouter. Example: siem.") @Required
        String destinationName) {}
