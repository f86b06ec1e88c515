/** Time as tests want it. */
@NullMarked
package io.openrouteroperator.clock;

import org.jspecify.annotations.NullMarked;
