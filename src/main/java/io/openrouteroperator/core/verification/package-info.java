/**
 * Trying out, with a service's own key, that its guardrail refuses what its class does not allow: which requests to make, and what the
 * answers prove. A refusal costs nothing.
 */
@NullMarked
package io.openrouteroperator.core.verification;

import org.jspecify.annotations.NullMarked;
