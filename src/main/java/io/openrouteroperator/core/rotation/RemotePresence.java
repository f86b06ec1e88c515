package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.RemoteKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a key exists at OpenRouter. Absence from a list is never {@link Gone}; only a 404 on the item is (trap 6). */
public sealed interface RemotePresence {
    /**
     * It does.
     *
     * @param key as last seen
     * @param guardrailId the guardrail it is bound to, null for none
     * @param seenAt when the look that saw it so began
     */
    record Present(RemoteKey key, @Nullable String guardrailId, Instant seenAt) implements RemotePresence {}

    /** It does not: OpenRouter said 404. */
    record Gone() implements RemotePresence {}
}
