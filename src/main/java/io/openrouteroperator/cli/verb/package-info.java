/**
 * The verbs of {@code kubectl openrouter}: where keys stand, when and why they rotate, what an admission answer means, and the two
 * requests that a key's owner can make. Requests are annotations, written with the rights of whoever runs the command.
 */
@NullMarked
package io.openrouteroperator.cli.verb;

import org.jspecify.annotations.NullMarked;
