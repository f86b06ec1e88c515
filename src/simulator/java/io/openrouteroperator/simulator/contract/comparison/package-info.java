/**
 * Compares our contract with the official OpenRouter description, so that a mistake in ours or news in theirs is seen by a command and
 * not by a user. Both are reduced to {@link io.openrouteroperator.simulator.contract.comparison.Shape shapes}, which say what values are
 * valid and not how the document words it; shapes are compared field by field. A difference passes only with a reviewed reason in {@code
 * contract/accepted-differences.yaml}, and a reason for a difference that is gone fails as well.
 */
@NullMarked
package io.openrouteroperator.simulator.contract.comparison;

import org.jspecify.annotations.NullMarked;
