/** Consumers and restarts on a real API server, with its own controllers and the rights of the chart. */
@NullMarked
package io.openrouteroperator.reconcile.rollout;

import org.jspecify.annotations.NullMarked;
