/** A few figures of each day, and the trends that they make: the age of keys, what they spend, and findings. */
@NullMarked
package io.openrouteroperator.core.compliance.trend;

import org.jspecify.annotations.NullMarked;
