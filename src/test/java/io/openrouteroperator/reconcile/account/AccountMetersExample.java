package io.openrouteroperator.reconcile.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.schedule.FleetPlan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that is ever told of accounts. */
public final class AccountMetersExample {
    private AccountMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        AccountMeters meters = new AccountMeters(registry);
        KeyChangeLedger ledger = new KeyChangeLedger(LocalDate.EPOCH, 1, 8000, 10, null, null);
        FleetPlan plan = new FleetPlan(Map.of(), new TreeMap<>(), Optional.empty());
        meters.polled("main", Instant.EPOCH, 0, 0, ledger, Optional.of(plan));
        meters.credits("main", new Credits(BigDecimal.TEN, BigDecimal.ONE));
        meters.orphansDeleted(1);
    }
}
