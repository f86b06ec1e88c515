package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the conditions of a key say of where it stands. */
final class KeyConditions {
    private KeyConditions() {}

    /**
     * A key that works while its successor is made is ready, since rotation is nobody's outage; what holds the successor up is said
     * by {@code Rotating}.
     */
    static List<ConditionValue> of(Standing standing, KeyRecord record, @Nullable Progress progress) {
        Current current = record.current();
        if (progress == null || current == null) {
            return summary(standing, current);
        }
        boolean served = progress.served() && standing.verdict() == Verdict.RECONCILING;
        List<ConditionValue> conditions = new ArrayList<>(served ? ready(current) : summary(standing, current));
        conditions.add(consumers(progress, current));
        if (served) {
            conditions.add(ConditionValue.holds(ConditionType.ROTATING, standing.reason(), standing.message()));
        } else if (progress.phase() != Progress.Phase.RESTING) {
            conditions.add(ConditionValue.holds(
                    ConditionType.ROTATING, progress.phase().reason(), progress.words()));
        }
        return conditions;
    }

    private static List<ConditionValue> ready(Current current) {
        String message = "key serial %d (%s) is published and guarded".formatted(current.serial(), current.label());
        return summary(new Standing(Verdict.READY, Reason.PROVISIONED, message), current);
    }

    private static List<ConditionValue> summary(Standing standing, @Nullable Current current) {
        Reason reason = standing.reason();
        String message = standing.message();
        return switch (standing.verdict()) {
            case READY ->
                current == null
                        ? List.of(ConditionValue.holds(ConditionType.READY, reason, message))
                        : List.of(
                                ConditionValue.holds(ConditionType.READY, reason, message),
                                ConditionValue.holds(
                                        ConditionType.SECRET_SYNCED,
                                        Reason.SECRET_SYNCED,
                                        "the Secret holds the current key"),
                                ConditionValue.holds(
                                        ConditionType.GUARDRAIL_IN_SYNC,
                                        Reason.IN_SYNC,
                                        "the key is bound to the guardrail of its class"));
            case RECONCILING, UNDECIDED ->
                List.of(
                        ConditionValue.fails(ConditionType.READY, reason, message),
                        ConditionValue.holds(ConditionType.RECONCILING, reason, message));
            case STALLED ->
                List.of(
                        ConditionValue.fails(ConditionType.READY, reason, message),
                        ConditionValue.holds(ConditionType.STALLED, reason, message));
        };
    }

    private static ConditionValue consumers(Progress progress, Current current) {
        return progress.outdated()
                ? ConditionValue.fails(ConditionType.CONSUMERS_UPDATED, Reason.WAITING_FOR_CONSUMERS, progress.words())
                : ConditionValue.holds(
                        ConditionType.CONSUMERS_UPDATED,
                        Reason.CONSUMERS_UPDATED,
                        "no running consumer that is known holds another key than serial %d"
                                .formatted(current.serial()));
    }
}
