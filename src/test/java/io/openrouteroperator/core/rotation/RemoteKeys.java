package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keys as OpenRouter shows them. */
final class RemoteKeys {
    private RemoteKeys() {}

    /** Just made. */
    static RemoteKey made(
            KeyHash hash,
            String name,
            String label,
            SpendLimit limit,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String workspaceId) {
        return new RemoteKey(
                hash,
                name,
                label,
                false,
                limit,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                createdAt,
                expiresAt,
                workspaceId,
                null);
    }

    /** The same with what can be changed of it; what remains of the limit is not known. */
    static RemoteKey changed(RemoteKey key, String name, boolean disabled, @Nullable SpendLimit limit) {
        return new RemoteKey(
                key.hash(),
                name,
                key.label(),
                disabled,
                limit,
                null,
                key.usage(),
                key.usageDaily(),
                key.usageMonthly(),
                key.createdAt(),
                key.expiresAt(),
                key.workspaceId(),
                key.lastUsedAt());
    }

    /** The same after it was used; all of it today. */
    static RemoteKey used(
            RemoteKey key, @Nullable BigDecimal remaining, BigDecimal usage, @Nullable Instant lastUsedAt) {
        return new RemoteKey(
                key.hash(),
                key.name(),
                key.label(),
                key.disabled(),
                key.limit(),
                remaining,
                usage,
                usage,
                usage,
                key.createdAt(),
                key.expiresAt(),
                key.workspaceId(),
                lastUsedAt);
    }
}
