/** What happens when a managed key is found outside of its Secret: an event, and under {@code onLeak: Revoke} its replacement. */
@NullMarked
package io.openrouteroperator.leak;

import org.jspecify.annotations.NullMarked;
