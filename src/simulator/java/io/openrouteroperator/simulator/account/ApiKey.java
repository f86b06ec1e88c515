package io.openrouteroperator.simulator.account;

import io.openrouteroperator.simulator.spending.Spending;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One inference key. The key string itself is not kept, as in the real service.
 *
 * @param number rises with each key; the order of lists
 * @param hash SHA-256 of the key string, lowercase hex
 * @param label the masked key
 */
public record ApiKey(
        long number,
        String hash,
        String label,
        String workspaceId,
        @Nullable String creatorUserId,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant expiresAt,
        KeySettings settings,
        Spending usage,
        Spending byokUsage,
        @Nullable Instant lastUsedAt) {

    /** A new key without creator and expiry. */
    public static ApiKey born(long number, String plaintext, String workspaceId, KeySettings settings, Instant now) {
        return new ApiKey(
                number,
                KeyStrings.hash(plaintext),
                KeyStrings.label(plaintext),
                workspaceId,
                null,
                now,
                null,
                null,
                settings,
                Spending.NONE,
                Spending.NONE,
                null);
    }

    /** Whether the key opens anything. */
    public boolean isUsable(Instant now) {
        return !settings.disabled() && !isExpired(now);
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** What is left of the limit, at least zero; null without limit. */
    public @Nullable BigDecimal limitRemaining(Instant now) {
        if (settings.limit() == null) {
            return null;
        }
        BigDecimal counted = usage.at(now).countedBy(settings.limitReset());
        if (settings.includeByokInLimit()) {
            counted = counted.add(byokUsage.at(now).countedBy(settings.limitReset()));
        }
        return settings.limit().subtract(counted).max(BigDecimal.ZERO);
    }

    public ApiKey withSettings(KeySettings changed, Instant now) {
        return new ApiKey(
                number,
                hash,
                label,
                workspaceId,
                creatorUserId,
                createdAt,
                now,
                expiresAt,
                changed,
                usage,
                byokUsage,
                lastUsedAt);
    }

    /** The key after an inference of this cost. */
    public ApiKey afterUse(BigDecimal usd, BigDecimal byokUsd, Instant now) {
        return new ApiKey(
                number,
                hash,
                label,
                workspaceId,
                creatorUserId,
                createdAt,
                updatedAt,
                expiresAt,
                settings,
                usage.plus(usd, now),
                byokUsage.plus(byokUsd, now),
                now);
    }
}
