package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.RemotePresence.Present;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier key had spent when its last known consumer was gone. No growth in a later poll proves that nobody uses it.
 *
 * @param usage US dollars since its creation
 * @param seenAt when the poll that saw it began
 */
public record UsageMark(BigDecimal usage, Instant seenAt) {
    static UsageMark of(Present found) {
        return new UsageMark(found.key().usage(), found.seenAt());
    }

    /** Whether the key was used since: by what it spent, and by its last use where the API tells. */
    boolean outgrownBy(Present later) {
        RemoteKey key = later.key();
        @Nullable Instant used = key.lastUsedAt();
        return key.usage().compareTo(usage) > 0 || (used != null && used.isAfter(seenAt));
    }

    /** Whether a poll that began later shows no use since. */
    boolean heldBy(Present later) {
        return later.seenAt().isAfter(seenAt) && !outgrownBy(later);
    }
}
