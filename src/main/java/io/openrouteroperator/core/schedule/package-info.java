/**
 * When a key is replaced: interval, windows, the deadline no window may push a key past, and the plan that spreads a fleet over the
 * days its key-change quota allows. Pure functions of the terms and the time; design section 3, "Due time" and "Key changes".
 */
@NullMarked
package io.openrouteroperator.core.schedule;

import org.jspecify.annotations.NullMarked;
