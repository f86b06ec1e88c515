package io.openrouteroperator.reconcile.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.ConditionValue.Status;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.schedule.ChangeQuota;
import io.openrouteroperator.core.schedule.FleetKey;
import io.openrouteroperator.core.schedule.FleetPlan;
import io.openrouteroperator.reconcile.ConditionList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
        assertThat(conditions(new OpenRouterAccount(), closed, NOON))
                .extracting(ConditionValue::type)
                .contains(ConditionType.RATE_LIMITED);
    }

    /** A status must not be written just because it is midnight, unless it said something that is no longer so. */
    @Test
    void midnightAloneChangesNoWord() {
        KeyChangeLedger quiet = spent(100, 12);
        OpenRouterAccount account = new OpenRouterAccount();
        account.setStatus(AccountStatusFactory.spent(account, quiet));

        assertThat(conditions(account, quiet.on(MIDNIGHT), MIDNIGHT)).isEqualTo(conditions(account, quiet, NOON));
    }

    @Test
    void midnightReopensTheDay() {
        KeyChangeLedger closed = spent(100, 12).closed(40L, MIDNIGHT, NOON);
        OpenRouterAccount account = new OpenRouterAccount();
        account.setStatus(AccountStatusFactory.spent(account, closed));

        assertThat(conditions(account, closed.on(MIDNIGHT), MIDNIGHT))
                .singleElement()
                .satisfies(budget -> assertThat(budget.status()).isEqualTo(Status.TRUE));
    }

    @Test
    void saysTheFullestDayOfTheForecast() {
        FleetPlan plan = new FleetPlan(
                Map.of(),
                new TreeMap<>(Map.of(LocalDate.parse("2026-12-01"), 3, LocalDate.parse("2026-12-02"), 7)),
                Optional.empty());

        assertThat(planned(plan).status()).isEqualTo(Status.TRUE);
        assertThat(planned(plan).message()).endsWith("; forecast: at most 7 rotations on one day, 2026-12-02");
    }

    @Test
    void saysInTimeThatKeysCannotBeReplacedInTimeAndWhatWouldDo() {
        FleetPlan plan = FleetPlan.of(
                IntStream.range(0, 1000)
                        .mapToObj(i -> new FleetKey("uid-" + i, NOON, RotationTerms.standard()))
                        .toList(),
                new ChangeQuota(40, 20),
                NOON);

        assertThat(planned(plan).reason()).isEqualTo(Reason.ROTATIONS_EXCEED_BUDGET);
        assertThat(planned(plan).message()).contains("keys cannot be replaced in time", "key changes a day would do");
    }

    /** A restart writes nothing: the plan is unknown until every key was looked at, and what was said is still good. */
    @Test
    void repeatsItsForecastUntilThereIsAPlanAgain() {
        FleetPlan plan =
                new FleetPlan(Map.of(), new TreeMap<>(Map.of(LocalDate.parse("2026-12-01"), 3)), Optional.empty());
        OpenRouterAccount account = new OpenRouterAccount();
        KeyChangeLedger ledger = spent(100, 12);
        account.setStatus(AccountStatusFactory.spent(account, ledger));
        ConditionValue before = planned(plan);
        account.setStatus(new OpenRouterAccountStatus(
                1L,
                ConditionList.merge(List.of(), List.of(before), 1, NOON),
                null,
                null,
                null,
                account.getStatus().keyChanges(),
                List.of()));

        assertThat(conditions(account, ledger, NOON)).containsExactly(before);
    }

    private static ConditionValue planned(FleetPlan plan) {
        KeyChangeLedger ledger = spent(100, 12);
        OpenRouterAccount account = new OpenRouterAccount();
        return BudgetMapper.conditions(account, ledger, LedgerMapper.write(account, ledger), Optional.of(plan), NOON)
                .getLast();
    }

    private static ConditionValue budget(KeyChangeLedger ledger, Instant now) {
        return conditions(new OpenRouterAccount(), ledger, now).getLast();
    }

    private static List<ConditionValue> conditions(OpenRouterAccount account, KeyChangeLedger ledger, Instant now) {
        return BudgetMapper.conditions(account, ledger, LedgerMapper.write(account, ledger), Optional.empty(), now);
    }

    private static KeyChangeLedger spent(int perDay, int times) {
        KeyChangeLedger ledger = KeyChangeLedger.fresh(NOON, perDay, 20);
        for (int i = 0; i < times; i++) {
            ledger = ledger.spend(NOON);
        }
        return ledger;
    }
}
