/** Text of others, made harmless before it is shown. */
@NullMarked
package io.openrouteroperator.core.text;

import org.jspecify.annotations.NullMarked;
