package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as OpenRouter lists it; never its value.
 *
 * @param hash its identifier
 * @param name the name given at creation; not unique
 * @param label the masked value OpenRouter shows
 * @param disabled refused on every request until enabled again
 * @param limit the spending limit, null for none
 * @param limitRemaining US dollars left until the next reset, null when there is no limit
 * @param usage US dollars spent since creation
 * @param usageDaily US dollars spent since midnight UTC
 * @param usageMonthly US dollars spent since the first of the month, UTC
 * @param createdAt creation time
 * @param expiresAt the end fixed at creation, null for never; read back rounded by some seconds (trap 27)
 * @param workspaceId the workspace it belongs to
 * @param lastUsedAt last use, where the API tells
 */
public record RemoteKey(
        KeyHash hash,
        String name,
        String label,
        boolean disabled,
        @Nullable SpendLimit limit,
        @Nullable BigDecimal limitRemaining,
        BigDecimal usage,
        BigDecimal usageDaily,
        BigDecimal usageMonthly,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable String workspaceId,
        @Nullable Instant lastUsedAt) {}
