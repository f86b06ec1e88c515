package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Progress.Phase;
import io.openrouteroperator.core.rotation.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What gauges tell of one key, as the end of its last pass left it.
 *
 * @param phase where its rotation stands
 * @param unready why it is not ready; empty when it is
 * @param breakerOpen whether too many keys were made for it within an hour
 * @param nextRotation when it is replaced, null when nothing plans that
 * @param expiry when OpenRouter stops it, null when there is no key or no end
 * @param overlapStart when the oldest earlier key that still works was superseded, null for none
 * @param overlapEnd when that one is retired at the latest
 * @param usage what the current key has spent, null until OpenRouter was asked
 */
record KeyReading(
        Phase phase,
        String unready,
        boolean breakerOpen,
        @Nullable Instant nextRotation,
        @Nullable Instant expiry,
        @Nullable Instant overlapStart,
        @Nullable Instant overlapEnd,
        @Nullable KeyUsage usage) {
    static KeyReading of(OpenRouterKey key, Standing standing, @Nullable Progress progress) {
        KeyRecord record = KeyMapper.record(key);
        Current current = record.current();
        Optional<Previous> oldest = record.overlapping().min(Comparator.comparing(Previous::supersededAt));
        return new KeyReading(
                progress == null ? Phase.RESTING : progress.phase(),
                unready(key),
                standing.reason() == Reason.BREAKER_OPEN,
                progress == null ? null : progress.nextRotation(),
                current == null ? null : current.expiresAt(),
                oldest.map(Previous::supersededAt).orElse(null),
                oldest.map(Previous::retireAfter).orElse(null),
                key.getStatus() == null ? null : key.getStatus().usage());
    }

    boolean heldUp() {
        return phase == Phase.HELD_UP;
    }

    boolean ready() {
        return unready.isEmpty();
    }

    private static String unready(OpenRouterKey key) {
        return key.getStatus() == null
                ? ""
                : key.getStatus().conditions().stream()
                        .filter(condition -> ConditionType.READY.text().equals(condition.getType()))
                        .filter(condition -> !"True".equals(condition.getStatus()))
                        .map(condition -> condition.getReason())
                        .findFirst()
                        .orElse("");
    }
}
