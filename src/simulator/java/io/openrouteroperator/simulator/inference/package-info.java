/**
 * Chat completions as far as governance cares: who may ask, which endpoint serves, what it costs, what is remembered. Answers are
 * deterministic. Whether a refusal is 402, 403 or 404, and what its body says, follows the documented errors.
 */
@NullMarked
package io.openrouteroperator.simulator.inference;

import org.jspecify.annotations.NullMarked;
