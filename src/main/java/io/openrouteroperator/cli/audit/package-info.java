/** {@code openrouter-operator audit}: what can be done with an audit log away from the cluster that wrote it. */
@NullMarked
package io.openrouteroperator.cli.audit;

import org.jspecify.annotations.NullMarked;
