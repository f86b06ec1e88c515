package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.schedule.PlannedRotation;
import io.openrouteroperator.core.schedule.RotationSchedule;
import java.time.Instant;
import java.util.Optional;

/** Replacement by age, in its turn. */
final class RotationRules {
    private RotationRules() {}

    /** A key is replaced when it is due, its fleet has room, and the day's key changes suffice for all of its rotation. */
    static Optional<KeyDecision> rotateDueKey(KeyObservation seen, Instant now) {
        return planned(seen, now)
                .filter(plan -> plan.due(now) && seen.turn().mayStart() && seen.affords(Urgency.ROTATE))
                .flatMap(plan -> ReplacementRules.intend(seen, reason(plan), "it was due: " + plan.words(), now));
    }

    /** Nobody knows who else has a key that was made by hand. */
    static Optional<KeyDecision> rotateAdoptedKey(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current != null && current.serial() == Generation.ADOPTED && seen.affords(Urgency.ROTATE)
                ? ReplacementRules.intend(seen, Reason.ADOPTED, "a key that was made by hand is replaced", now)
                : Optional.empty();
    }

    /** When the current key is replaced; empty when nothing plans that: no key, no grant, or suspended. */
    static Optional<PlannedRotation> planned(KeyObservation seen, Instant now) {
        Current current = seen.record().current();
        return current == null || seen.wishes().suspended()
                ? Optional.empty()
                : GrantRules.terms(seen)
                        .map(terms -> RotationSchedule.plan(
                                seen.id().uid(),
                                current.createdAt(),
                                RotationSchedule.ofKey(terms.rotation(), current.createdAt(), current.expiresAt()),
                                seen.turn().advancedTo(),
                                now));
    }

    private static Reason reason(PlannedRotation plan) {
        return plan.cause() == PlannedRotation.Cause.OUTSIDE_WINDOWS
                ? Reason.ROTATED_OUTSIDE_WINDOWS
                : Reason.ROTATION_DUE;
    }
}
