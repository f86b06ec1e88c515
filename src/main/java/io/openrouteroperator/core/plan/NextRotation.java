package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.declaration.KeyGrant.Granted;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.schedule.FleetKey;
import io.openrouteroperator.core.schedule.PlannedRotation;
import io.openrouteroperator.core.schedule.RotationSchedule;
import java.time.Instant;
import java.util.Optional;

/** When a live key is replaced by schedule; none for a key that was not made yet, and for one whose rotation rests. */
public final class NextRotation {
    private NextRotation() {}

    /** Its next replacement by its own terms; the plan for all keys of an account may start it earlier. */
    public static Optional<PlannedRotation> of(LiveKey key, Granted grant, Instant now) {
        return inFleet(key, grant)
                .map(fleet -> RotationSchedule.plan(fleet.uid(), fleet.createdAt(), fleet.terms(), null, now));
    }

    static Optional<FleetKey> inFleet(LiveKey key, Granted grant) {
        Instant createdAt = key.createdAt();
        RotationTerms terms = grant.rotation().orElse(null);
        return createdAt == null || terms == null || key.suspended()
                ? Optional.empty()
                : Optional.of(
                        new FleetKey(key.uid(), createdAt, RotationSchedule.ofKey(terms, createdAt, key.expiresAt())));
    }
}
