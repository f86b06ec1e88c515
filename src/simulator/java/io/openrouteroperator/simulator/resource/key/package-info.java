/**
 * Keys as managers see them and as they see themselves. Plaintext leaves the simulator here, once, in the answer to a create. Changes
 * draw on the daily ration.
 */
@NullMarked
package io.openrouteroperator.simulator.resource.key;

import org.jspecify.annotations.NullMarked;
