/** The reconcilers at work: the packaged operator, on the real API server, against the simulated OpenRouter. */
@NullMarked
package io.openrouteroperator.reconcile;

import org.jspecify.annotations.NullMarked;
