/**
 * Violations planted in the account or the cluster, one after the other: where each is seen, how fast, and whether the report names it with
 * the right owner.
 */
@NullMarked
package io.openrouteroperator.proof.detection;

import org.jspecify.annotations.NullMarked;
