/**
 * From rules and catalogue to explicit lists that a guardrail can hold, with the reason for each provider kept or dropped. A set
 * that resolves to nothing is an outcome of its own and never an empty list, because OpenRouter would read that as "allow all".
 * Proofs compare what a key may really use with the compiled lists.
 */
@NullMarked
package io.openrouteroperator.core.policy.compile;

import org.jspecify.annotations.NullMarked;
