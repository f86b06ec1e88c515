/** Kubernetes Events, as every edge writes them: bounded, the same one once an hour, and never in the way when they cannot be written. */
@NullMarked
package io.openrouteroperator.event;

import org.jspecify.annotations.NullMarked;
