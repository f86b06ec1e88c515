package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.util.List;

/**
 * Which requests count.
 *
 * @param wanted ids, without those that could not be resolved
 * @param includeUnset whether requests without a value count as well
 */
record Filter(Dimension field, Operator operator, List<String> wanted, boolean includeUnset) {

    boolean matches(Account account, LedgerEntry entry) {
        String actual = field.id(account, entry);
        return actual == null ? includeUnset : operator.passes(actual, wanted);
    }
}
