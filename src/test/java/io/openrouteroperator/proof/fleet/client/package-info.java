/** The services' side of the fleet proof, in a process of its own: one client for each running pod. */
@NullMarked
package io.openrouteroperator.proof.fleet.client;

import org.jspecify.annotations.NullMarked;
