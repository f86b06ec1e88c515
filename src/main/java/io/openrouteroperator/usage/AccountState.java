package io.openrouteroperator.usage;

import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.UsageSummary;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account.
 *
 * @param summary of the last pass, null before the first
 * @param remembered owners of keys that are gone
 */
record AccountState(@Nullable UsageSummary summary, RememberedKeys remembered) {
    static AccountState unknown() {
        return new AccountState(null, RememberedKeys.none());
    }
}
