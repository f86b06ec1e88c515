package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.snapshot.PublishedLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ties a report to what it was made of.
 *
 * @param snapshotDigest SHA-256 over the objects that were read, as {@code --save-snapshot} writes them
 * @param log keys and checkpoints that the audit log published, null when it publishes none
 */
public record Integrity(String snapshotDigest, @Nullable PublishedLog log) {
    /** The last signed checkpoint of each writer of the audit log, as written. */
    public List<String> checkpoints() {
        return log == null ? List.of() : log.checkpoints();
    }
}
