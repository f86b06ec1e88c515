package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.core.rotation.KeyDemand;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.policy.ClassificationView.Enforced;
import org.jspecify.annotations.Nullable;

/**
 * What a key may have, and from whom.
 *
 * @param demand for the protocol
 * @param policy name of the governing policy, null when none was found
 * @param classification its class as it is in force, null when there is no grant
 * @param account the account that holds the key, null while it does not work
 */
record Grant(
        KeyDemand demand,
        @Nullable String policy,
        @Nullable Enforced classification,
        @Nullable Connected account) {
    /** The same for one look without a call to OpenRouter. */
    Grant withoutAccount() {
        return new Grant(demand, policy, null, null);
    }

    static Grant without(KeyDemand demand, @Nullable String policy) {
        return new Grant(demand, policy, null, null);
    }

    static Grant without(KeyDemand demand, @Nullable String policy, Connected account) {
        return new Grant(demand, policy, null, account);
    }
}
