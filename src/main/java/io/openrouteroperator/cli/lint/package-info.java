/**
 * {@code lint}: files in, findings out. Manifests are read with their line numbers, judged by the rules of the webhook against the
 * cluster that they declare, and reported in one of several formats.
 */
@NullMarked
package io.openrouteroperator.cli.lint;

import org.jspecify.annotations.NullMarked;
