/**
 * What one OpenRouter account holds: workspaces, keys, guardrails, assignments, spending, quota. Plain state and its rules, no HTTP.
 * Everything here is guarded by the monitor of {@link io.openrouteroperator.simulator.account.Account}.
 * Time comes in as an argument.
 */
@NullMarked
package io.openrouteroperator.simulator.account;

import org.jspecify.annotations.NullMarked;
