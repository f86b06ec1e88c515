package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Size;
import io.openrouteroperator.api.schema.ListSet;
import io.openrouteroperator.api.schema.OneOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What providers may do with the data. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DataRules(
        @JsonPropertyDescription(
                "Whether endpoints that may train on prompts are allowed: Allow or Deny. Default: Deny.")
        @Default("Deny")
        @Nullable
        Permission training,

        @JsonPropertyDescription("Required: only endpoints that keep no data. NotRequired: any. Default: NotRequired.")
        @Default("NotRequired")
        @Nullable
        ZeroDataRetention zeroDataRetention,

        @JsonPropertyDescription(
                "Kinds of personal data that OpenRouter redacts in requests: email, phone, ssn, credit-card, ip-address, person-name, address. Default: none. Example: [email, phone].")
        @Size(max = 20)
        @ListSet
        @OneOf({"email", "phone", "ssn", "credit-card", "ip-address", "person-name", "address"})
        List<String> redact) {
    public DataRules {
        redact = redact == null ? List.of() : List.copyOf(redact);
    }
}
