/**
 * Who calls and what for: management keys for the account, inference keys for inference. Keys are known by their hash. Nothing is
 * cached, so disabling a key or revoking one acts on the next call.
 */
@NullMarked
package io.openrouteroperator.simulator.access;

import org.jspecify.annotations.NullMarked;
