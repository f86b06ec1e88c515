package io.openrouteroperator.cli.cluster;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.KeyRotation;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.core.plan.LiveKey;
import io.openrouteroperator.governance.DeclarationMapper;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From a key as exported to what a plan asks of it. */
final class LiveKeyMapper {
    private LiveKeyMapper() {}

    static LiveKey liveKey(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        CurrentKey current = status == null ? null : status.current();
        KeyRotation rotation = key.getSpec().rotation();
        String uid = key.getMetadata().getUid();
        return new LiveKey(
                DeclarationMapper.key(key),
                uid == null ? "" : uid,
                current == null ? null : instant(current.createdAt()),
                current == null ? null : instant(current.expiresAt()),
                rotation != null && Boolean.TRUE.equals(rotation.suspend()));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
