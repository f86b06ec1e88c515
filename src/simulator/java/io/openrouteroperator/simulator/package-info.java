/**
 * A simulated OpenRouter: a stateful server with the documented behaviour and the documented oddities, for tests, the demo and anyone who
 * wants to try a client. It knows nothing of the operator and the operator knows nothing of it; what both share is the contract.
 * {@link io.openrouteroperator.simulator.Simulator} is the door: state, faults, time and the request log are reached from there.
 */
@NullMarked
package io.openrouteroperator.simulator;

import org.jspecify.annotations.NullMarked;
