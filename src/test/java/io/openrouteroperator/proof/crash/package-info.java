/**
 * The crash matrix: the operator is killed before and after each effect of each story of a key's life, started again, and the two
 * servers are asked whether all is as if it had not died.
 */
@NullMarked
package io.openrouteroperator.proof.crash;

import org.jspecify.annotations.NullMarked;
