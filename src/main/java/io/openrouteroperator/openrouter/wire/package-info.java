/**
 * OpenRouter's JSON and our words for it, in both directions. A field is absent, null or a value, and the three never blur: reads go
 * through {@link io.openrouteroperator.openrouter.wire.Field}, writes name every field and spell out each null, because at the API a
 * missing allow-list allows everything. Reading tolerates what it does not know.
 */
@NullMarked
package io.openrouteroperator.openrouter.wire;

import org.jspecify.annotations.NullMarked;
