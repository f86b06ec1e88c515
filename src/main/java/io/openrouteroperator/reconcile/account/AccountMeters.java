package io.openrouteroperator.reconcile.account;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.schedule.FleetPlan;
import io.openrouteroperator.core.schedule.Shortfall;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What Prometheus learns about an account, by the name of its object. */
final class AccountMeters {
    static final String ORPHANS = "openrouter.operator.orphans";
    static final String RETIRE_QUEUE = "openrouter.operator.retire.queue";
    static final String CHANGES_USED = "openrouter.operator.key.changes.used";
    static final String CHANGES_PER_DAY = "openrouter.operator.key.changes.per.day";
    static final String ROTATIONS_FORECAST = "openrouter.operator.rotations.forecast";
    static final String ROTATIONS_UNPLACED = "openrouter.operator.rotations.unplaced";

    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> figures = new ConcurrentHashMap<>();

    AccountMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void polled(String account, int orphans, int retireQueue, KeyChangeLedger ledger, Optional<FleetPlan> planned) {
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
    }

    private void set(String name, String description, String account, int value) {
        figures.computeIfAbsent(name + " " + account, _ -> gauge(name, description, account))
                .set(value);
    }

    private AtomicInteger gauge(String name, String description, String account) {
        AtomicInteger value = new AtomicInteger();
        Gauge.builder(name, value, AtomicInteger::get)
                .description(description)
                .tag("account", account)
                .register(registry);
        return value;
    }
}
