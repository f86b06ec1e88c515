package io.openrouteroperator.core.usage;

import java.util.List;

/** Port: the accounts that work, as the last poll of each showed them. */
@FunctionalInterface
public interface ObservedAccounts {
    /** All of them. */
    List<ObservedAccount> all();
}
