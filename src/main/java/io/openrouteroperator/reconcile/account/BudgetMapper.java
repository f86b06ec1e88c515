package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.KeyChangesStatus;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.schedule.FleetPlan;
import io.openrouteroperator.core.schedule.Shortfall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the ledger of key changes to conditions. What they say changes only when something is spent, or may be spent again. */
final class BudgetMapper {
    private static final String FORECAST = "; forecast: ";

    private BudgetMapper() {}

    /**
     * Whether the day's changes suffice, and for what.
     *
     * @param written the count as the status shows it, which may be that of an earlier day; null when nothing was ever spent
     * @param plan of the account's rotations; empty for a while after a start, when what was said before is still good
     */
    static List<ConditionValue> conditions(
            OpenRouterAccount account,
            KeyChangeLedger ledger,
            @Nullable KeyChangesStatus written,
            Optional<FleetPlan> plan,
            Instant now) {
        List<ConditionValue> conditions = new ArrayList<>();
        Instant parkedUntil = ledger.parkedUntil();
        if (parkedUntil != null) {
            conditions.add(ConditionValue.holds(
                    ConditionType.RATE_LIMITED,
                    Reason.KEY_CHANGES_EXHAUSTED,
                    "OpenRouter allows no more key changes today; they go on at " + parkedUntil));
        }
        String spent = spent(ledger, written);
        conditions.add(budget(
                ledger, spent + plan.map(BudgetMapper::forecast).orElseGet(() -> said(account, spent)), plan, now));
        return conditions;
    }

    private static ConditionValue budget(KeyChangeLedger ledger, String spent, Optional<FleetPlan> plan, Instant now) {
        ConditionType type = ConditionType.KEY_CHANGE_BUDGET;
        if (!ledger.allows(Urgency.REVOKE, now)) {
            return ConditionValue.fails(
                    type, Reason.KEY_CHANGES_EXHAUSTED, "no key can be made, changed or deleted: " + spent);
        }
        if (plan.flatMap(FleetPlan::shortfall).isPresent()) {
            return ConditionValue.fails(type, Reason.ROTATIONS_EXCEED_BUDGET, spent);
        }
        if (!ledger.allows(Urgency.TIDY, now)) {
            return ConditionValue.fails(
                    type,
                    Reason.KEY_CHANGES_LOW,
                    "what is left of the day is kept for revoking, healing and new keys: " + spent);
        }
        return ConditionValue.holds(type, Reason.KEY_CHANGES_SUFFICE, spent);
    }

    /** The fullest of the coming days, or what cannot be kept and what would do. */
    private static String forecast(FleetPlan plan) {
        return FORECAST
                + plan.shortfall()
                        .map(Shortfall::words)
                        .orElseGet(() -> plan.forecast().entrySet().stream()
                                .max(Map.Entry.<LocalDate, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                                .map(day ->
                                        "at most %d rotations on one day, %s".formatted(day.getValue(), day.getKey()))
                                .orElse("no rotations"));
    }

    /** What this condition said of the forecast when the same was spent. */
    private static String said(OpenRouterAccount account, String spent) {
        OpenRouterAccountStatus status = account.getStatus();
        return status == null
                ? ""
                : status.conditions().stream()
                        .filter(condition ->
                                ConditionType.KEY_CHANGE_BUDGET.text().equals(condition.getType()))
                        .map(Condition::getMessage)
                        .filter(message -> message.contains(spent + FORECAST))
                        .map(message -> message.substring(message.indexOf(FORECAST)))
                        .findFirst()
                        .orElse("");
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
