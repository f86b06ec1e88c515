/**
 * Proofs that the protocol holds whatever dies or fails on the way: the packaged operator on a real API server and the strict
 * simulated OpenRouter. Each has a short form among the tests and a long one as a {@code make} target.
 */
@NullMarked
package io.openrouteroperator.proof;

import org.jspecify.annotations.NullMarked;
