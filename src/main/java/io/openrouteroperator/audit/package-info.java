/**
 * Writes the audit log (docs/audit-log.md). {@link io.openrouteroperator.audit.QueuedAuditLog} takes events from everywhere and never
 * makes anybody wait; its one thread lets {@link io.openrouteroperator.audit.ChainWriter} turn them into lines of this process' chain
 * and hand those to the {@link io.openrouteroperator.audit.LineSink}s. A {@link io.openrouteroperator.audit.Notary} signs checkpoints
 * and publishes how far the chain has come.
 */
@NullMarked
package io.openrouteroperator.audit;

import org.jspecify.annotations.NullMarked;
