/** The questions asked of a snapshot, one function each: every observation holds, breaks its control, or cannot be made. */
@NullMarked
package io.openrouteroperator.core.compliance.check;

import org.jspecify.annotations.NullMarked;
