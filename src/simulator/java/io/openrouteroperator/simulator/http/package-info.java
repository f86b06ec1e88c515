/**
 * The server: from bytes to a call with a known caller, and from an answer or a refusal back to bytes. Order of work: fault, access,
 * contract, handler. One event loop does everything, so calls never overlap.
 */
@NullMarked
package io.openrouteroperator.simulator.http;

import org.jspecify.annotations.NullMarked;
