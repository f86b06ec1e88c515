package io.openrouteroperator.core.openrouter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a key says of itself ({@code GET /key}); neither its hash nor its name.
 *
 * @param label the masked value
 * @param managementKey whether it manages keys (the only way to tell; prefixes lie)
 * @param limit its spending limit, null for none
 * @param expiresAt its end, null for never
 * @param freeTier whether the account has never bought credits
 */
public record KeySelfDescription(
        String label,
        boolean managementKey,
        @Nullable SpendLimit limit,
        @Nullable Instant expiresAt,
        boolean freeTier) {}
