package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Requests that were carried out, so that none is carried out twice. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HandledRequests(
        @JsonPropertyDescription("The last spec.rotation.generation that was answered.") @Nullable
        Long generation,

        @JsonPropertyDescription("The last value of the annotation openrouter-operator.io/rotate that was answered.")
        @Nullable
        String rotate,

        @JsonPropertyDescription("The last value of the annotation openrouter-operator.io/revoke that was answered.")
        @Nullable
        String revoke,

        @JsonPropertyDescription("The last value of the annotation openrouter-operator.io/rollback that was answered.")
        @Nullable
        String rollback) {}
