package io.openrouteroperator.api.v1alpha1.policy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import org.jspecify.annotations.Nullable;

/** A recurring time at which rotations may start. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Window(
        @JsonPropertyDescription("Start, as minute, hour, day of month, month, day of week. Example: 0 2 * * SUN.")
        @Required
        String cron,

        @JsonPropertyDescription("Length. Example: 4h.") @Required
        String duration,

        @JsonPropertyDescription("IANA time zone of the start. Default UTC. Example: Europe/Berlin.")
        @Default("UTC")
        @Nullable
        String timeZone) {}
