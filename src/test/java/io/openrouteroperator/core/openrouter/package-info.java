/** Tests of core's words for what OpenRouter holds. */
@NullMarked
package io.openrouteroperator.core.openrouter;

import org.jspecify.annotations.NullMarked;
