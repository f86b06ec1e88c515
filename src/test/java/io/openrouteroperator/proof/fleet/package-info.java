/**
 * Invariant L with real traffic: services of all kinds, whose pods call OpenRouter without a pause while their keys are rotated
 * under them, and the operator dies on the way. Not one call may be refused for its key.
 */
@NullMarked
package io.openrouteroperator.proof.fleet;

import org.jspecify.annotations.NullMarked;
