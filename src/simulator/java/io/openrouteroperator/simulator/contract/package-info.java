/**
 * The contract between any client and the simulated OpenRouter: {@code contract/openrouter.yaml}, loaded once and asked about single
 * requests and answers. It is a pure library without a server, so that the simulator, the tests of our client and the comparison with the
 * official description share one reading. Violations are values with a JSON pointer; what follows from one is the caller's decision.
 */
@NullMarked
package io.openrouteroperator.simulator.contract;

import org.jspecify.annotations.NullMarked;
