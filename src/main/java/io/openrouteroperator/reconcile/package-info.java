/**
 * The reconcilers, one package per kind, and what they share: conditions, events, back-off. Each of them gathers, lets {@code core}
 * decide, applies and reports; a status is written only when it says something new.
 */
@NullMarked
package io.openrouteroperator.reconcile;

import org.jspecify.annotations.NullMarked;
