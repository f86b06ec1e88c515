/** Two replicas: who leads when the other is asked to stop, dies, or stands still and wakes up again. */
@NullMarked
package io.openrouteroperator.proof.availability;

import org.jspecify.annotations.NullMarked;
