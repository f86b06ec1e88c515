/**
 * Misbehaviour on demand: which calls are hit, and how. A rule names method, path and the calls it hits by number; the server carries
 * the fault out before or after the call took effect. Nothing happens without a rule.
 */
@NullMarked
package io.openrouteroperator.simulator.fault;

import org.jspecify.annotations.NullMarked;
