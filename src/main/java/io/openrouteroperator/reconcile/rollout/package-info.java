/** Finds who reads a key in the cluster, and restarts those who cannot see a new one otherwise. */
@NullMarked
package io.openrouteroperator.reconcile.rollout;

import org.jspecify.annotations.NullMarked;
