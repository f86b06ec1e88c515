package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.account.KeyChangeLedger;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the count of key changes down between two polls: with each percent of the ration, and when OpenRouter closes the day. So a
 * crash, or a row of them, never gives away more of the reserve than a percent each.
 */
final class LedgerJournal implements Consumer<KeyChangeLedger> {
    private static final Logger LOG = Logger.getLogger(LedgerJournal.class);

    private final String account;
    private final AccountStatusStore statuses;
    private @Nullable KeyChangeLedger written;

    LedgerJournal(String account, AccountStatusStore statuses) {
        this.account = account;
        this.statuses = statuses;
    }

    /** A count that cannot be written is no reason to let a service wait; the next poll writes it. */
    @Override
    public void accept(KeyChangeLedger ledger) {
        if (!isDue(ledger)) {
            return;
        }
        try {
            statuses.change(account, found -> AccountStatusFactory.spent(found, ledger));
        } catch (KubernetesClientException refused) {
            LOG.warnf("account %s: the count of key changes was not written: %s", account, refused.getMessage());
        }
    }

    private synchronized boolean isDue(KeyChangeLedger ledger) {
        KeyChangeLedger before = written;
        boolean due = before == null
                || !before.day().equals(ledger.day())
                || !Objects.equals(before.parkedUntil(), ledger.parkedUntil())
                || ledger.used() - before.used() >= Math.max(1, ledger.perDay() / 100);
        if (due) {
            written = ledger;
        }
        return due;
    }
}
