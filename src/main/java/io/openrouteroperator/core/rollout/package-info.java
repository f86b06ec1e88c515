/**
 * Who still holds an earlier key, and what brings the current one to them. A Secret that changes reaches nobody who read it at
 * start, so such consumers are restarted through their pod template.
 */
@NullMarked
package io.openrouteroperator.core.rollout;

import org.jspecify.annotations.NullMarked;
