package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be; told once, with every control that it breaks.
 *
 * @param controls ids of the controls
 * @param owner who has to do something about it
 * @param classification the class that it is about, empty when it is about none, or nobody knows
 */
public record Finding(List<String> controls, Observation observation, String owner, String classification) {
    public Finding {
        controls = List.copyOf(controls);
    }

    /** How long it has been so, null when that is not known. */
    public @Nullable Long ageDays(Instant now) {
        return observation.since() == null
                ? null
                : (Long) Duration.between(observation.since(), now).toDays();
    }
}
