/**
 * The read-only page: the review of the cluster as it is now, on a port of its own, for whoever may list OpenRouterKeys. {@link
 * io.openrouteroperator.page.PageServer} takes requests, {@link io.openrouteroperator.page.PageDesk} answers them, and {@link
 * io.openrouteroperator.page.HistoryLoop} remembers a few figures of each day for the trends.
 */
@NullMarked
package io.openrouteroperator.page;

import org.jspecify.annotations.NullMarked;
