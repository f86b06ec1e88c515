/**
 * What goes into the audit log: one {@link io.openrouteroperator.core.audit.AuditEvent} for each decision that changed something, told
 * to the port {@link io.openrouteroperator.core.audit.AuditLog}. How events become lines that nobody can change unseen is in
 * {@code chain}.
 */
@NullMarked
package io.openrouteroperator.core.audit;

import org.jspecify.annotations.NullMarked;
