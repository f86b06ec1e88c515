/** The command that tries out, with a service's own key, that OpenRouter refuses what its class does not allow. */
@NullMarked
package io.openrouteroperator.cli.verify;

import org.jspecify.annotations.NullMarked;
