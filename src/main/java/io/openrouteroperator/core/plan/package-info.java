/**
 * What a change of a policy would do, before it is applied: to settings, to the namespaces it governs, to live keys and to their next
 * rotations. Everything is worked out from the declarations before and after; nothing is asked of the network.
 */
@NullMarked
package io.openrouteroperator.core.plan;

import org.jspecify.annotations.NullMarked;
