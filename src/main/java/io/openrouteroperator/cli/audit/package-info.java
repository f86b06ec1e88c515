/** The group {@code openrouter-operator audit}: what a reviewer can check without a cluster, and without trusting anybody. */
@NullMarked
package io.openrouteroperator.cli.audit;

import org.jspecify.annotations.NullMarked;
