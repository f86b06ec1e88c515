/**
 * Guardrails and which keys are under them. Names of models are stored in their lasting form; unknown keys are passed over in
 * silence. Default guardrails come into being with their first change.
 */
@NullMarked
package io.openrouteroperator.simulator.resource.guardrail;

import org.jspecify.annotations.NullMarked;
