/**
 * One class for each group of paths of the API, in the words of the API. Each handler turns a call into an answer or throws a refusal.
 * The shape of requests has been checked against the contract before; only rules which a schema cannot state are checked here.
 */
@NullMarked
package io.openrouteroperator.simulator.resource;

import org.jspecify.annotations.NullMarked;
