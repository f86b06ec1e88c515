package io.openrouteroperator.core.openrouter;

import java.time.Instant;

/**
 * What a new key is to be; all of it explicit, because several fields cannot be changed later.
 *
 * @param name at most 100 ASCII characters, unique by its nonce
 * @param limit the limit it is born with
 * @param expiresAt the hard end; cannot be changed later (trap 16)
 * @param workspaceId the workspace that will own it
 */
public record KeyRequest(String name, SpendLimit limit, Instant expiresAt, String workspaceId) {}
