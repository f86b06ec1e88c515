package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.schedule.PlannedRotation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@link io.openrouteroperator.core.schedule.RotationSchedule#plan}, or a copy that is wrong in one place. */
interface Schedule {
    PlannedRotation plan(String uid, Instant createdAt, RotationTerms terms, @Nullable Instant advancedTo, Instant now);
}
