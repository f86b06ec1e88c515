package io.openrouteroperator.core.audit.chain;

/**
 * Somebody who saw how far a writer's chain had come.
 *
 * @param place where that is written
 * @param published whether the operator published it, so that the chain must be there
 */
record Witness(ChainHead seen, Place place, boolean published) {}
