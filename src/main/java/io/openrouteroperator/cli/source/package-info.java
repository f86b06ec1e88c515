/**
 * {@code openrouter-operator audit source}: finds OpenRouter keys in a source tree with the recogniser of admission. {@code SourceTree}
 * decides which files git would commit, {@code KeyScanner} reads one of any length in bounded memory, {@code AllowList} holds what a
 * reviewer accepted and until when.
 */
@NullMarked
package io.openrouteroperator.cli.source;

import org.jspecify.annotations.NullMarked;
