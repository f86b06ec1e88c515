package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.declaration.DeclaredKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is declared and as it stands.
 *
 * @param uid what its rotations are spread by
 * @param createdAt when its current key was made, null while there is none
 * @param expiresAt when OpenRouter stops accepting that one, null for never
 * @param suspended whether its scheduled rotation rests
 */
public record LiveKey(
        DeclaredKey declared,
        String uid,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        boolean suspended) {}
