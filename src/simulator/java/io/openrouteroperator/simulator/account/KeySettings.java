package io.openrouteroperator.simulator.account;

import io.openrouteroperator.simulator.spending.ResetInterval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The part of a key that can be changed after its birth.
 *
 * @param limit USD; null for none
 * @param limitReset null where the limit never resets
 */
public record KeySettings(
        String name,
        boolean disabled,
        @Nullable BigDecimal limit,
        @Nullable ResetInterval limitReset,
        boolean includeByokInLimit) {

    public KeySettings withDisabled(boolean now) {
        return new KeySettings(name, now, limit, limitReset, includeByokInLimit);
    }
}
