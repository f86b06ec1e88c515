package io.openrouteroperator.api.v1alpha1.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** The observability destination that must exist. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditTrail(
        @JsonPropertyDescription(
                "Whether a missing or disabled destination makes the account not ready. Default: false, which only reports it.")
        @Default("false")
        @Nullable
        Boolean required,

        @JsonPropertyDescription("Name of the destination, as OpenRouter shows it under Observability. Example: siem.")
        @Required
        @Size(max = 200)
        @ValidationRule(
                value = "self.trim().size() > 0",
                message =
                        "must be the name of an observability destination at OpenRouter; write siem, or leave auditTrail out")
        String destinationName) {}
