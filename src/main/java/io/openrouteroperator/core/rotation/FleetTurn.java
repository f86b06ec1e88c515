package io.openrouteroperator.core.rotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key's place among the keys of its fleet.
 *
 * @param place how soon its rotation may begin
 * @param advancedTo an earlier start than its own due time, so that the account's key changes suffice for all; null for none
 */
public record FleetTurn(Place place, @Nullable Instant advancedTo) {
    /** How soon a due key may begin. */
    public enum Place {
        /** Now: fewer than {@code maxConcurrent} are rolling out, and no key that waits has an earlier deadline. */
        FIRST,
        /** Soon. */
        NEAR,
        /** Not soon. */
        FAR
    }

    /** A key that nobody competes with. */
    public static FleetTurn free() {
        return new FleetTurn(Place.FIRST, null);
    }

    /** Whether a rotation may begin now. */
    public boolean mayStart() {
        return place == Place.FIRST;
    }
}
