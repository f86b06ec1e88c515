/** {@code plan}: what a change of a policy would do, worked out by {@code core.plan} from what the cluster, or an export of it, says. */
@NullMarked
package io.openrouteroperator.cli.plan;

import org.jspecify.annotations.NullMarked;
