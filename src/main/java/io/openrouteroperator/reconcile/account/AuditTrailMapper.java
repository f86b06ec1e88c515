package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.account.AuditTrail;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.ConditionValue.Status;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Destination;
import java.util.List;
import java.util.Optional;

/** From the audit trail that an account asks for and the destinations it has to a condition. */
final class AuditTrailMapper {
    private AuditTrailMapper() {}

    /** Whether the destination asked for exists and is enabled. */
    static ConditionValue condition(AuditTrail wanted, List<Destination> destinations) {
        ConditionType type = ConditionType.AUDIT_TRAIL_CONFIGURED;
        String name = wanted.destinationName();
        Optional<Destination> found = destinations.stream()
                .filter(destination -> destination.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            return ConditionValue.fails(
                    type,
                    Reason.AUDIT_TRAIL_MISSING,
                    "spec.auditTrail.destinationName: there is no destination '%s' at OpenRouter".formatted(name));
        }
        return found.get().enabled()
                ? ConditionValue.holds(type, Reason.AUDIT_TRAIL_PRESENT, "destination '%s' is enabled".formatted(name))
                : ConditionValue.fails(
                        type,
                        Reason.AUDIT_TRAIL_MISSING,
                        "destination '%s' is disabled at OpenRouter: enable it there".formatted(name));
    }

    /** Whether a missing trail makes the account not ready. */
    static boolean blocks(AuditTrail wanted, ConditionValue condition) {
        return Boolean.TRUE.equals(wanted.required()) && condition.status() == Status.FALSE;
    }
}
