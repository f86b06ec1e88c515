package io.openrouteroperator.reconcile.account;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.schedule.FleetPlan;
import io.openrouteroperator.core.schedule.Shortfall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What Prometheus learns about an account, by the name of its object. */
final class AccountMeters {
    static final String REACHABLE = "openrouter.operator.account.reachable";
    static final String LAST_POLL = "openrouter.operator.account.last.poll.timestamp.seconds";
    static final String ORPHANS = "openrouter.operator.orphans";
    static final String RETIRE_QUEUE = "openrouter.operator.retire.queue";
    static final String CHANGES_USED = "openrouter.operator.key.changes.used";
    static final String CHANGES_PER_DAY = "openrouter.operator.key.changes.per.day";
    static final String ROTATIONS_FORECAST = "openrouter.operator.rotations.forecast";
    static final String ROTATIONS_UNPLACED = "openrouter.operator.rotations.unplaced";
    static final String CHANGES_PARKED = "openrouter.operator.key.changes.parked";
    static final String CREDITS = "openrouter.operator.account.credits.usd";
    static final String CREDITS_USED = "openrouter.operator.account.credits.used.usd";
    static final String DELETED = "openrouter.operator.keys.deleted";

    private final MeterRegistry registry;
    private final Map<String, Figure> figures = new ConcurrentHashMap<>();
    private volatile Predicate<String> exists = account -> true;

    AccountMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Accounts for which this no longer holds are not told of any more. */
    void use(Predicate<String> stillThere) {
        exists = stillThere;
    }

    void polled(
            String account,
            Instant at,
            int orphans,
            int retireQueue,
            KeyChangeLedger ledger,
            Optional<FleetPlan> planned) {
        set(REACHABLE, "1 when the last poll of the account succeeded", account, 1);
        set(LAST_POLL, "when the account was last polled with success", account, (double) at.getEpochSecond());
        set(ORPHANS, "keys of this cluster that no object owns", account, orphans);
        set(RETIRE_QUEUE, "keys of deleted objects still to be retired", account, retireQueue);
        set(CHANGES_USED, "key changes spent since midnight UTC", account, ledger.used());
        set(CHANGES_PER_DAY, "key changes that may be spent per UTC day", account, ledger.perDay());
        planned.ifPresent(plan -> {
            int most = plan.forecast().values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            set(ROTATIONS_FORECAST, "rotations on the fullest of the coming days", account, most);
            int late = plan.shortfall().map(Shortfall::keys).orElse(0);
            set(ROTATIONS_UNPLACED, "keys that the key changes of the coming days do not suffice for", account, late);
        });
        set(
                CHANGES_PARKED,
                "1 while OpenRouter allows no more key changes today",
                account,
                ledger.parkedUntil() == null ? 0 : 1);
    }

    void credits(String account, Credits credits) {
        set(
                CREDITS,
                "US dollars of credits that were bought",
                account,
                credits.total().doubleValue());
        set(
                CREDITS_USED,
                "US dollars of credits that were spent",
                account,
                credits.used().doubleValue());
    }

    void failed(String account) {
        set(REACHABLE, "1 when the last poll of the account succeeded", account, 0);
    }

    /** Keys that were deleted because no object owns them. */
    void orphansDeleted(int count) {
        registry.counter(DELETED, "reason", Reason.ORPHAN_DELETED.text()).increment(count);
    }

    private void set(String name, String description, String account, double value) {
        figures.computeIfAbsent(name + " " + account, _ -> gauge(name, description, account)).value = value;
    }

    private Figure gauge(String name, String description, String account) {
        Figure told = new Figure();
        Gauge.builder(name, told, figure -> exists.test(account) ? figure.value : Double.NaN)
                .description(description)
                .tag("account", account)
                .register(registry);
        return told;
    }

    /** What a gauge tells. */
    private static final class Figure {
        private volatile double value;
    }
}
