package io.openrouteroperator.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One key as it stands.
 *
 * @param limit USD, null for none
 * @param limitReset null where the limit never resets
 * @param usage USD in all
 * @param guardrailId of its assignment, null without one
 */
public record KeySnapshot(
        String hash,
        String name,
        String workspaceId,
        boolean disabled,
        @Nullable BigDecimal limit,
        @Nullable String limitReset,
        BigDecimal usage,
        @Nullable String guardrailId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
