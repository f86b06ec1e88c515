/**
 * What goes into the audit log: one event for each decision that changed something. How events become lines that nobody can change
 * unseen is in {@code chain}.
 */
@NullMarked
package io.openrouteroperator.core.audit;

import org.jspecify.annotations.NullMarked;
