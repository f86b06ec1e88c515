package io.openrouteroperator.usage;

import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.UnsettledDay;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageSummary;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account, and outlives the process.
 *
 * @param summary what was told last, null before the first pass
 * @param remembered owners of keys that are gone
 * @param announced findings that have had their event
 * @param unsettled days that completed days do not have yet
 */
record AccountState(
        @Nullable UsageSummary summary,
        RememberedKeys remembered,
        Set<UsageFinding.Identity> announced,
        List<UnsettledDay> unsettled) {
    AccountState {
        announced = Set.copyOf(announced);
        unsettled = List.copyOf(unsettled);
    }

    static AccountState unknown() {
        return new AccountState(null, RememberedKeys.none(), Set.of(), List.of());
    }

    /** The same with other owners of keys that are gone. */
    AccountState with(RememberedKeys keys) {
        return new AccountState(summary, keys, announced, unsettled);
    }
}
