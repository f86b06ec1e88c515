/**
 * Keeps a connection to each OpenRouter account and one fresh list of its keys, which feeds every other reconciler: nothing polls
 * per key. {@link io.openrouteroperator.reconcile.account.AccountView} is what the others see.
 */
@NullMarked
package io.openrouteroperator.reconcile.account;

import org.jspecify.annotations.NullMarked;
