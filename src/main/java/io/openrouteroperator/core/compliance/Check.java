package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;

/** Looks for one thing in a snapshot; no observation at all means that there is nothing that the control is about. */
@FunctionalInterface
public interface Check {
    /** What is seen at a time. */
    List<Observation> look(Snapshot snapshot, Instant now);

    /** The observations of several. */
    static Check all(Check... checks) {
        return (snapshot, now) -> List.of(checks).stream()
                .flatMap(check -> check.look(snapshot, now).stream())
                .toList();
    }
}
