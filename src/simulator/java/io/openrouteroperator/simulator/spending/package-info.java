/**
 * Money and rations over time: what was spent in which window, the ledger of past days, the daily ration of key changes. Windows end at
 * midnight UTC, on Monday, on the first of the month. Time comes in as an argument.
 */
@NullMarked
package io.openrouteroperator.simulator.spending;

import org.jspecify.annotations.NullMarked;
