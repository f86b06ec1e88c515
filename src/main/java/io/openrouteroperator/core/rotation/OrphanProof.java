package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.openrouter.RemoteKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** From when nobody can miss a key of ours that no record has; who asks has made sure that none does. */
public final class OrphanProof {
    /** A younger key may be the work of another replica that has not recorded it yet. */
    static final Duration UNUSED_AGE = Duration.ofMinutes(15);

    /** A used key was published once, and its records were lost since: its service gets an overlap to read the Secret again. */
    static final Duration IDLE_AGE = PublicationRules.DEFAULT_OVERLAP;

    private OrphanProof() {}

    /** Whether an orphan may be deleted now. */
    public static boolean isHarmless(RemoteKey orphan, Instant now) {
        Instant used = Objects.requireNonNullElse(orphan.lastUsedAt(), orphan.createdAt());
        Instant harmlessFrom =
                wasUsed(orphan) ? used.plus(IDLE_AGE) : orphan.createdAt().plus(UNUSED_AGE);
        return now.isAfter(harmlessFrom);
    }

    /** Whether somebody called OpenRouter with it: only a published key can be. */
    static boolean wasUsed(RemoteKey key) {
        return key.usage().signum() > 0 || key.lastUsedAt() != null;
    }
}
