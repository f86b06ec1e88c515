/** What the operator does again and again beside reconciling, and what it does later, each in a thread of its own. */
@NullMarked
package io.openrouteroperator.background;

import org.jspecify.annotations.NullMarked;
