package io.openrouteroperator.api.v1alpha1.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** What earlier keys of a service have spent of its limit. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SpentBefore(
        @JsonPropertyDescription("US dollars.") @Required String usd,

        @JsonPropertyDescription("The reset that forgets it, in UTC; never when left out.") @Nullable
        String until) {}
