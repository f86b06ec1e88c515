package io.openrouteroperator.core.rotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key's place among the keys of its fleet.
 *
 * @param mayStart whether a rotation may begin now: fewer than {@code maxConcurrent} are rolling out, and no key that waits has an
 *     earlier deadline
 * @param advancedTo an earlier start than its own due time, so that the account's key changes suffice for all; null for none
 */
public record FleetTurn(boolean mayStart, @Nullable Instant advancedTo) {
    /** A key that nobody competes with. */
    public static FleetTurn free() {
        return new FleetTurn(true, null);
    }
}
