package io.openrouteroperator.core.account;

import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.ORDINARY;
import static io.openrouteroperator.core.account.KeyChangeLedger.Urgency.URGENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyChangeLedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void reserveIsKeptForUrgentChanges() {
        KeyChangeLedger ledger = spent(KeyChangeLedger.fresh(NOON, 10, 20), 7);

        assertThat(ledger.allows(ORDINARY, NOON)).isTrue();
        KeyChangeLedger atReserve = ledger.spend(NOON);
        assertThat(atReserve.allows(ORDINARY, NOON)).isFalse();
        assertThat(atReserve.allows(URGENT, NOON)).isTrue();
        assertThat(spent(atReserve, 2).allows(URGENT, NOON)).isFalse();
    }

    @Test
    void countStartsAfreshAtMidnightUtc() {
        KeyChangeLedger used = spent(KeyChangeLedger.fresh(NOON, 10, 20), 10);

        assertThat(used.allows(URGENT, MIDNIGHT.minusMillis(1))).isFalse();
        assertThat(used.allows(ORDINARY, MIDNIGHT)).isTrue();
        assertThat(used.spend(MIDNIGHT).used()).isEqualTo(1);
    }

    @Test
    void dayClosedByOpenRouterParksEverythingUntilItsReset() {
        KeyChangeLedger closed = spent(KeyChangeLedger.fresh(NOON, 100, 20), 3).closed(null, MIDNIGHT, NOON);

        assertThat(closed.allows(URGENT, NOON)).isFalse();
        assertThat(closed.allows(URGENT, MIDNIGHT.minusMillis(1))).isFalse();
        assertThat(closed.allows(ORDINARY, MIDNIGHT)).isTrue();
    }

    @Test
    void dayClosedBeyondMidnightStaysClosed() {
        Instant later = MIDNIGHT.plus(Duration.ofHours(1));
        KeyChangeLedger closed = KeyChangeLedger.fresh(NOON, 100, 20).closed(null, later, NOON);

        assertThat(closed.allows(URGENT, MIDNIGHT)).isFalse();
        assertThat(closed.allows(URGENT, later)).isTrue();
    }

    @Test
    void rationIsLearnedDownNeverUp() {
        KeyChangeLedger ledger = KeyChangeLedger.fresh(NOON, 100, 0);

        assertThat(ledger.closed(50L, MIDNIGHT, NOON).perDay()).isEqualTo(50);
        assertThat(ledger.closed(500L, MIDNIGHT, NOON).perDay()).isEqualTo(100);
        assertThat(ledger.closed(50L, MIDNIGHT, NOON).rationed(80, 0).perDay()).isEqualTo(50);
        assertThat(ledger.rationed(80, 0).perDay()).isEqualTo(80);
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
