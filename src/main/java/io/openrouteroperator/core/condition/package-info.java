/**
 * The words of every status: condition types, reasons, and the merge that never writes what did not change (Kubernetes API
 * conventions, metav1.Condition).
 */
@NullMarked
package io.openrouteroperator.core.condition;

import org.jspecify.annotations.NullMarked;
