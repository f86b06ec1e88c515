/**
 * What a key may use: the guardrails in force for it, the account's privacy settings, and the preferences of one request, applied to
 * endpoints. The stricter side always wins. Each excluded endpoint has its reason in the API's own vocabulary.
 */
@NullMarked
package io.openrouteroperator.simulator.policy;

import org.jspecify.annotations.NullMarked;
