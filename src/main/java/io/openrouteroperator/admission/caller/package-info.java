/** Who may ask for reviews: where the chart names an authority, connections with a client certificate that it signed. */
@NullMarked
package io.openrouteroperator.admission.caller;

import org.jspecify.annotations.NullMarked;
