/**
 * Questions to the ledger of requests: metrics by dimensions, over time. What can be asked is stated once, in the enums, and both the
 * list of it and the reading of queries follow from there.
 */
@NullMarked
package io.openrouteroperator.simulator.resource.analytics;

import org.jspecify.annotations.NullMarked;
