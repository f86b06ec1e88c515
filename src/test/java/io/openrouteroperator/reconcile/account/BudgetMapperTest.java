package io.openrouteroperator.reconcile.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.ConditionValue.Status;
import io.openrouteroperator.core.condition.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an account says about its key changes. */
class BudgetMapperTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void saysWhatIsUsedAndWhenTheCountStartsAnew() {
        ConditionValue budget = budget(spent(100, 12), NOON);

        assertThat(budget.status()).isEqualTo(Status.TRUE);
        assertThat(budget.message())
                .isEqualTo(
                        "12 of 100 key changes of 2026-11-24 (UTC) used; the count starts anew at 2026-11-25T00:00:00Z");
    }

    @Test
    void saysSinceWhenOnlyTheReserveIsLeft() {
        ConditionValue budget = budget(spent(100, 70), NOON);

        assertThat(budget.status()).isEqualTo(Status.FALSE);
        assertThat(budget.reason()).isEqualTo(Reason.KEY_CHANGES_LOW);
    }

    @Test
    void saysThatNothingIsLeft() {
        assertThat(budget(spent(100, 100), NOON).reason()).isEqualTo(Reason.KEY_CHANGES_EXHAUSTED);
    }

    @Test
    void saysThatOpenRouterClosedTheDayAndAllowsLess() {
        KeyChangeLedger closed = spent(100, 12).closed(40L, MIDNIGHT, NOON);

        assertThat(budget(closed, NOON).reason()).isEqualTo(Reason.KEY_CHANGES_EXHAUSTED);
        assertThat(budget(closed, NOON).message()).contains("12 of 40 (OpenRouter's quota");
        assertThat(BudgetMapper.conditions(closed, LedgerMapper.write(new OpenRouterAccount(), closed), NOON))
                .extracting(ConditionValue::type)
                .contains(ConditionType.RATE_LIMITED);
    }

    /** A status must not be written just because it is midnight, unless it said something that is no longer so. */
    @Test
    void midnightAloneChangesNoWord() {
        KeyChangeLedger quiet = spent(100, 12);
        OpenRouterAccount account = new OpenRouterAccount();
        account.setStatus(AccountStatusFactory.spent(account, quiet));

        assertThat(BudgetMapper.conditions(
                        quiet.on(MIDNIGHT), LedgerMapper.write(account, quiet.on(MIDNIGHT)), MIDNIGHT))
                .isEqualTo(BudgetMapper.conditions(quiet, LedgerMapper.write(account, quiet), NOON));
    }

    @Test
    void midnightReopensTheDay() {
        KeyChangeLedger closed = spent(100, 12).closed(40L, MIDNIGHT, NOON);
        OpenRouterAccount account = new OpenRouterAccount();
        account.setStatus(AccountStatusFactory.spent(account, closed));

        assertThat(BudgetMapper.conditions(
                        closed.on(MIDNIGHT), LedgerMapper.write(account, closed.on(MIDNIGHT)), MIDNIGHT))
                .singleElement()
                .satisfies(budget -> assertThat(budget.status()).isEqualTo(Status.TRUE));
    }

    private static ConditionValue budget(KeyChangeLedger ledger, Instant now) {
        return BudgetMapper.conditions(ledger, LedgerMapper.write(new OpenRouterAccount(), ledger), now)
                .getLast();
    }

    private static KeyChangeLedger spent(int perDay, int times) {
        KeyChangeLedger ledger = KeyChangeLedger.fresh(NOON, perDay, 20);
        for (int i = 0; i < times; i++) {
            ledger = ledger.spend(NOON);
        }
        return ledger;
    }
}
