/**
 * One call to OpenRouter over HTTP: waiting for its turn, sending it, reading the answer, repeating it where that is safe, and
 * translating whatever went wrong into core's {@link io.openrouteroperator.core.openrouter.Failure}. Bodies are never logged, and key
 * material is only ever in the Authorization header.
 */
@NullMarked
package io.openrouteroperator.openrouter.http;

import org.jspecify.annotations.NullMarked;
