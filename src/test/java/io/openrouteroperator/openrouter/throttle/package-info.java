/** Tests of the package of the same name in the main sources, against a server scripted by each test. */
@NullMarked
package io.openrouteroperator.openrouter.throttle;

import org.jspecify.annotations.NullMarked;
