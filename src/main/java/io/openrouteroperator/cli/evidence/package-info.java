/** {@code openrouter-operator report}: reads the cluster, or a saved snapshot, and writes the review down. No Secret is read. */
@NullMarked
package io.openrouteroperator.cli.evidence;

import org.jspecify.annotations.NullMarked;
