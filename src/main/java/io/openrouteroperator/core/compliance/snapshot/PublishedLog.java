package io.openrouteroperator.core.compliance.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log publishes of itself.
 *
 * @param publicKeys PEM texts that its checkpoints are verified with
 * @param checkpoints the last signed checkpoint of each writer, as written
 * @param lastCheckpoint when the youngest of them was signed, null when that is not known
 */
public record PublishedLog(
        List<String> publicKeys,
        List<String> checkpoints,
        @Nullable Instant lastCheckpoint) {
    public PublishedLog {
        publicKeys = List.copyOf(publicKeys);
        checkpoints = List.copyOf(checkpoints);
    }
}
