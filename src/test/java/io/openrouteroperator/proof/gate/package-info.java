/**
 * Gates between the operator and the two servers it writes to. Every request passes one, whole, and a {@link
 * io.openrouteroperator.proof.gate.Guard} says what becomes of it and of its answer; so the program that ships runs unchanged.
 */
@NullMarked
package io.openrouteroperator.proof.gate;

import org.jspecify.annotations.NullMarked;
