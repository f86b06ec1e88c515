/**
 * The review that runs itself: a catalogue of controls, a snapshot of the cluster, and the pure function between them that answers each
 * control with evidence. {@code snapshot} is what is looked at, {@code check} what is asked of it, {@code catalogue} the controls and what they
 * are mapped to, {@code report} the answers put together for people and machines, {@code trend}
 * what is remembered of each day.
 */
@NullMarked
package io.openrouteroperator.core.compliance;

import org.jspecify.annotations.NullMarked;
