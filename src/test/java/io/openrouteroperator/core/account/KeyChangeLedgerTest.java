package io.openrouteroperator.core.account;

import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.CREATE;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.HEAL;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.RETIRE;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.RETIRE_OVERDUE;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.REVOKE;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.ROTATE;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.TIDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyChangeLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void eachUrgencyStopsBeforeTheOneAboveIt() {
        assertThat(lastAllowed(TIDY)).isEqualTo(700);
        assertThat(lastAllowed(RETIRE)).isEqualTo(725);
        assertThat(lastAllowed(ROTATE)).as("with room for all four changes").isEqualTo(747);
        assertThat(lastAllowed(RETIRE_OVERDUE)).isEqualTo(800);
        assertThat(lastAllowed(CREATE)).isEqualTo(900);
        assertThat(lastAllowed(HEAL)).isEqualTo(950);
        assertThat(lastAllowed(REVOKE)).isEqualTo(1000);
    }

    /** How many changes a day of a thousand, with a reserve of 20 %, spends when all of them are of this urgency. */
    private static int lastAllowed(Urgency urgency) {
        KeyChangeLedger ledger = KeyChangeLedger.fresh(NOON, 1000, 20);
        while (ledger.allows(urgency, NOON)) {
            ledger = ledger.spend(NOON);
        }
        return ledger.used();
    }

    @Test
    void affordableShrinksFromTheLeastUrgent() {
        KeyChangeLedger ledger = KeyChangeLedger.fresh(NOON, 1000, 20);

        assertThat(ledger.affordable(NOON)).containsExactlyInAnyOrder(Urgency.values());
        assertThat(spent(ledger, 760).affordable(NOON)).containsExactlyInAnyOrder(REVOKE, HEAL, CREATE, RETIRE_OVERDUE);
        assertThat(spent(ledger, 990).affordable(NOON)).containsExactly(REVOKE);
        assertThat(spent(ledger, 1000).affordable(NOON)).isEmpty();
        assertThat(spent(ledger, 1000).affordable(MIDNIGHT)).containsExactlyInAnyOrder(Urgency.values());
    }

    @Test
    void countStartsAfreshAtMidnightUtc() {
        KeyChangeLedger used = spent(KeyChangeLedger.fresh(NOON, 10, 20), 10);

        assertThat(used.allows(REVOKE, MIDNIGHT.minusMillis(1))).isFalse();
        assertThat(used.allows(TIDY, MIDNIGHT)).isTrue();
        assertThat(used.spend(MIDNIGHT).used()).isEqualTo(1);
    }

    @Test
    void dayClosedByOpenRouterParksEverythingUntilItsReset() {
        KeyChangeLedger closed = spent(KeyChangeLedger.fresh(NOON, 100, 20), 3).closed(null, MIDNIGHT, NOON);

        assertThat(closed.allows(REVOKE, NOON)).isFalse();
        assertThat(closed.allows(REVOKE, MIDNIGHT.minusMillis(1))).isFalse();
        assertThat(closed.allows(TIDY, MIDNIGHT)).isTrue();
    }

    @Test
    void dayClosedBeyondMidnightStaysClosed() {
        Instant later = MIDNIGHT.plus(Duration.ofHours(1));
        KeyChangeLedger closed = KeyChangeLedger.fresh(NOON, 100, 20).closed(null, later, NOON);

        assertThat(closed.allows(REVOKE, MIDNIGHT)).isFalse();
        assertThat(closed.allows(REVOKE, later)).isTrue();
    }

    @Test
    void smallerQuotaIsLearnedAndOutlivesTheDay() {
        KeyChangeLedger learned = KeyChangeLedger.fresh(NOON, 100, 0).closed(50L, MIDNIGHT, NOON);

        assertThat(learned.perDay()).isEqualTo(50);
        assertThat(learned.on(MIDNIGHT).perDay()).isEqualTo(50);
        assertThat(learned.on(MIDNIGHT).parkedUntil()).isNull();
        assertThat(learned.closed(null, MIDNIGHT, NOON).perDay())
                .as("a refusal without a figure")
                .isEqualTo(50);
        assertThat(learned.closed(70L, MIDNIGHT, NOON).perDay())
                .as("the latest figure counts")
                .isEqualTo(70);
    }

    @Test
    void largerQuotaIsNoReasonToSpendMoreThanAskedFor() {
        assertThat(KeyChangeLedger.fresh(NOON, 100, 0)
                        .closed(500L, MIDNIGHT, NOON)
                        .perDay())
                .isEqualTo(100);
    }

    @Test
    void quotaIsForgottenOnceTheAccountAsksForNoMore() {
        KeyChangeLedger learned = KeyChangeLedger.fresh(NOON, 100, 0).closed(50L, MIDNIGHT, NOON);

        assertThat(learned.rationed(80, 0).perDay()).isEqualTo(50);
        assertThat(learned.rationed(40, 0).perDay()).isEqualTo(40);
        assertThat(learned.rationed(50, 0).rationed(80, 0).perDay()).isEqualTo(80);
    }

    @Test
    void nextResetIsTheComingMidnightUtc() {
        assertThat(KeyChangeLedger.nextReset(NOON)).isEqualTo(MIDNIGHT);
        assertThat(KeyChangeLedger.nextReset(MIDNIGHT)).isEqualTo(MIDNIGHT.plus(Duration.ofDays(1)));
    }

    private static KeyChangeLedger spent(KeyChangeLedger ledger, int times) {
        KeyChangeLedger result = ledger;
        for (int i = 0; i < times; i++) {
            result = result.spend(NOON);
        }
        return result;
    }
}
