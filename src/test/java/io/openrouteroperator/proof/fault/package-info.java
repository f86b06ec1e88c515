/**
 * The fault matrix: the whole life of a service, from its account to the deletion of its key, is lived while one kind of call fails in
 * one way; when the fault is over, all must be as if it had not been.
 */
@NullMarked
package io.openrouteroperator.proof.fault;

import org.jspecify.annotations.NullMarked;
