/**
 * Providers, models and endpoints, read from two small files of facts. What a provider does with data is known here and, as in the
 * real API, not published. Immutable.
 */
@NullMarked
package io.openrouteroperator.simulator.catalogue;

import org.jspecify.annotations.NullMarked;
