package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.account.KeyChangesStatus;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the ledger of key changes to conditions. What they say changes only when something is spent, or may be spent again. */
final class BudgetMapper {
    private BudgetMapper() {}

    /**
     * Whether the day's changes suffice, and for what.
     *
     * @param written the count as the status shows it, which may be that of an earlier day; null when nothing was ever spent
     */
    static List<ConditionValue> conditions(KeyChangeLedger ledger, @Nullable KeyChangesStatus written, Instant now) {
        List<ConditionValue> conditions = new ArrayList<>();
        Instant parkedUntil = ledger.parkedUntil();
        if (parkedUntil != null) {
            conditions.add(ConditionValue.holds(
                    ConditionType.RATE_LIMITED,
                    Reason.KEY_CHANGES_EXHAUSTED,
                    "OpenRouter allows no more key changes today; they go on at " + parkedUntil));
        }
        conditions.add(budget(ledger, spent(ledger, written), now));
        return conditions;
    }

    private static ConditionValue budget(KeyChangeLedger ledger, String spent, Instant now) {
        ConditionType type = ConditionType.KEY_CHANGE_BUDGET;
        if (!ledger.allows(Urgency.REVOKE, now)) {
            return ConditionValue.fails(
                    type, Reason.KEY_CHANGES_EXHAUSTED, spent + "; until then no key can be made, changed or deleted");
        }
        if (!ledger.allows(Urgency.TIDY, now)) {
            return ConditionValue.fails(
                    type,
                    Reason.KEY_CHANGES_LOW,
                    spent + "; until then what is left is kept for revoking, healing and new keys");
        }
        return ConditionValue.holds(type, Reason.KEY_CHANGES_SUFFICE, spent);
    }

    private static String spent(KeyChangeLedger ledger, @Nullable KeyChangesStatus written) {
        String ration = ledger.quota() == null
                ? "%d".formatted(ledger.perDay())
                : "%d (OpenRouter's quota, less than spec.keyChanges.perDay)".formatted(ledger.perDay());
        if (written == null || written.day() == null || written.used() == null) {
            return "none of %s key changes a day used yet".formatted(ration);
        }
        Instant reset = LocalDate.parse(written.day())
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return "%d of %s key changes of %s (UTC) used; the count starts anew at %s"
                .formatted(written.used(), ration, written.day(), reset);
    }
}
