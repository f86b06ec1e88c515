/**
 * Three years of five hundred keys in a minute or two: the real schedule and the real fleet plan on a simulated clock, judged by
 * windows that are computed without the cron library.
 */
@NullMarked
package io.openrouteroperator.proof.years;

import org.jspecify.annotations.NullMarked;
