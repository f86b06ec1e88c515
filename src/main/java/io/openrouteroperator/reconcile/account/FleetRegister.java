package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.schedule.ChangeQuota;
import io.openrouteroperator.core.schedule.FleetKey;
import io.openrouteroperator.core.schedule.FleetPlan;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an account as their own reconciler sees them, with the terms of each, and the plan of their rotations made from
 * that. Filled anew after a start; safe for use by several threads.
 */
final class FleetRegister {
    /** Rotations are planned for what the day has room for when retiring and tidying are to find room as well. */
    private static final int LEFT_FREE_PERCENT = 10;

    private final Map<String, Optional<FleetKey>> keys = new ConcurrentHashMap<>();
    private volatile @Nullable FleetPlan plan;

    /** Takes a key in as last looked at; empty for one that is not rotated by age. */
    void enter(String uid, Optional<FleetKey> key) {
        keys.put(uid, key);
    }

    /** When a key has to start because a later day has no room for it. */
    Optional<Instant> advancedTo(String uid) {
        FleetPlan known = plan;
        return known == null
                ? Optional.empty()
                : Optional.ofNullable(known.advanced().get(uid));
    }

    /** The plan made last; empty while some key has not been looked at since the start. */
    Optional<FleetPlan> plan() {
        return Optional.ofNullable(plan);
    }

    /** Plans anew, once all keys of the account were looked at. */
    void plan(Set<String> uids, KeyChangeLedger ledger, Instant now) {
        keys.keySet().retainAll(uids);
        if (keys.keySet().containsAll(uids)) {
            int reserve = Math.min(100, ledger.reservePercent() + LEFT_FREE_PERCENT);
            plan = FleetPlan.of(
                    keys.values().stream().flatMap(Optional::stream).toList(),
                    new ChangeQuota(ledger.perDay(), reserve),
                    now);
        }
    }
}
