package io.openrouteroperator.reconcile.account;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.account.KeyChangeLedger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What Prometheus learns about an account, by the name of its object. */
final class AccountMeters {
    static final String ORPHANS = "openrouter.operator.orphans";
    static final String RETIRE_QUEUE = "openrouter.operator.retire.queue";
    static final String CHANGES_USED = "openrouter.operator.key.changes.used";
    static final String CHANGES_PER_DAY = "openrouter.operator.key.changes.per.day";

    private final MeterRegistry registry;
    private final Map<String, AtomicInteger> figures = new ConcurrentHashMap<>();

    AccountMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void polled(String account, int orphans, int retireQueue, KeyChangeLedger ledger) {
        set(ORPHANS, "keys of this cluster that no object owns", account, orphans);
        set(RETIRE_QUEUE, "keys of deleted objects still to be retired", account, retireQueue);
        set(CHANGES_USED, "key changes spent since midnight UTC", account, ledger.used());
        set(CHANGES_PER_DAY, "key changes that may be spent per UTC day", account, ledger.perDay());
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
