/**
 * Compiles each policy against the catalogue and holds its guardrails at OpenRouter to the result.
 */
@NullMarked
package io.openrouteroperator.reconcile.policy;

import org.jspecify.annotations.NullMarked;
