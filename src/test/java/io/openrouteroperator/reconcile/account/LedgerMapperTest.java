package io.openrouteroperator.reconcile.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.KeyChangeBudget;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountSpec;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The count of key changes survives restarts and changes of the leader in the account's status. */
class LedgerMapperTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void countIsReadBackOnTheSameDay() {
        OpenRouterAccount account = account(100);
        KeyChangeLedger ledger =
                KeyChangeLedger.fresh(NOON, 100, 20).spend(NOON).spend(NOON);

        account.setStatus(AccountStatusFactory.spent(account, ledger));

        assertThat(LedgerMapper.read(account, NOON)).isEqualTo(ledger);
        assertThat(LedgerMapper.read(account, MIDNIGHT).used()).isZero();
    }

    @Test
    void closedDayAndLearnedQuotaAreReadBack() {
        OpenRouterAccount account = account(100);
        KeyChangeLedger closed =
                KeyChangeLedger.fresh(NOON, 100, 20).spend(NOON).closed(50L, MIDNIGHT, NOON);

        account.setStatus(AccountStatusFactory.spent(account, closed));

        assertThat(LedgerMapper.read(account, NOON)).isEqualTo(closed);
        assertThat(LedgerMapper.read(account, NOON).allows(Urgency.REVOKE, NOON))
                .isFalse();
        assertThat(LedgerMapper.read(account, MIDNIGHT).perDay()).isEqualTo(50);
        assertThat(LedgerMapper.read(account, MIDNIGHT).allows(Urgency.TIDY, MIDNIGHT))
                .isTrue();
    }

    @Test
    void specThatChangedMeanwhileCounts() {
        OpenRouterAccount account = account(100);
        account.setStatus(AccountStatusFactory.spent(
                account, KeyChangeLedger.fresh(NOON, 300, 20).spend(NOON)));

        assertThat(LedgerMapper.read(account, NOON).perDay()).isEqualTo(100);
        assertThat(LedgerMapper.read(account, NOON).used()).isEqualTo(1);
    }

    private static OpenRouterAccount account(int perDay) {
        OpenRouterAccount account = new OpenRouterAccount();
        account.setSpec(new OpenRouterAccountSpec(
                null, List.of(), null, null, null, null, new KeyChangeBudget(perDay, 20), null));
        return account;
    }
}
