/**
 * The client-side rate limit of one account: who may send its next request, and when. Creates go before other writes, writes before
 * reads, so that a poll never delays a service's key. Time comes from a {@link io.openrouteroperator.openrouter.throttle.Timekeeper}.
 */
@NullMarked
package io.openrouteroperator.openrouter.throttle;

import org.jspecify.annotations.NullMarked;
