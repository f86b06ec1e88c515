/**
 * The port to OpenRouter: the remote objects in our words and the calls the operator makes. Reconcilers use these interfaces;
 * the package {@code openrouter} implements them over HTTP. Facts: OpenRouter's API description and the traps listed in
 * {@code docs/concepts.md}.
 */
@NullMarked
package io.openrouteroperator.core.openrouter;

import org.jspecify.annotations.NullMarked;
