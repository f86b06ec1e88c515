package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import org.jspecify.annotations.Nullable;

/**
 * The object that a finding is about; a key in its name is masked.
 *
 * @param workload the controller at the top, as {@code Deployment/checkout}, or null for an object that nobody controls
 */
public record FindingSubject(
        String apiVersion,
        String kind,
        String namespace,
        String name,
        String uid,
        @Nullable String workload) {
    public FindingSubject {
        name = KeyRecogniser.masked(name);
        workload = workload == null ? null : KeyRecogniser.masked(workload);
    }
}
