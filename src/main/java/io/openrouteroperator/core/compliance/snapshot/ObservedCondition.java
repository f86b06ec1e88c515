package io.openrouteroperator.core.compliance.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A condition as a status has it.
 *
 * @param status True, False or Unknown
 * @param since when the status changed last
 */
public record ObservedCondition(
        String type,
        String status,
        String reason,
        String message,
        @Nullable Instant since) {}
