package io.openrouteroperator.core.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rotation is no way around a limit. Keys here may spend 50 dollars an interval. */
class CarriedSpendTest {
    private static final ResetInterval MONTHLY = ResetInterval.MONTHLY;

    /** A Tuesday. */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAILY, 2026-11-24T12:00:00Z, 2026-11-25T00:00:00Z",
        "DAILY, 2026-12-31T23:59:59Z, 2027-01-01T00:00:00Z",
        "WEEKLY, 2026-11-24T12:00:00Z, 2026-11-30T00:00:00Z",
        "WEEKLY, 2026-11-30T00:00:00Z, 2026-12-07T00:00:00Z",
        "MONTHLY, 2026-11-24T12:00:00Z, 2026-12-01T00:00:00Z",
        "MONTHLY, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z"
    })
    void isForgottenAtTheNextReset(ResetInterval reset, Instant now, Instant until) {
        CarriedSpend carried = carried(key("50", "30", reset), null, now);
        assertThat(carried).isEqualTo(new CarriedSpend(new BigDecimal("20"), until));
        SpendLimit granted = limit("50", reset);
        assertThat(CarriedSpend.limitUnder(granted, carried, until.minusMillis(1)))
                .isEqualTo(limit("30", reset));
        assertThat(CarriedSpend.limitUnder(granted, carried, until)).isEqualTo(granted);
    }

    @Test
    void isNeverForgottenWhereALimitNeverResets() {
        CarriedSpend carried = carried(key("50", "30", ResetInterval.NEVER), null, NOW);
        assertThat(carried).isEqualTo(new CarriedSpend(new BigDecimal("20"), null));
        assertThat(CarriedSpend.limitUnder(
                        limit("50", ResetInterval.NEVER), carried, Instant.parse("2036-11-24T12:00:00Z")))
                .isEqualTo(limit("30", ResetInterval.NEVER));
    }

    @Test
    void addsUpOverAChainOfRotations() {
        @Nullable CarriedSpend chain = null;
        BigDecimal left = new BigDecimal("50");
        for (int rotation = 0; rotation < 5; rotation++) {
            // Each key spends 7 of what it was given.
            RemoteKey key =
                    key(left.toPlainString(), left.subtract(new BigDecimal("7")).toPlainString(), MONTHLY);
            chain = carried(key, chain, NOW);
            left = CarriedSpend.limitUnder(limit("50", MONTHLY), chain, NOW).usd();
        }
        assertThat(left).isEqualByComparingTo("15");
    }

    @Test
    void forgetsWhatWasCarriedBeforeAReset() {
        CarriedSpend before = new CarriedSpend(new BigDecimal("40"), NOW);
        CarriedSpend next = carried(key("50", "45", MONTHLY), before, NOW);
        assertThat(next).isEqualTo(new CarriedSpend(new BigDecimal("5"), Instant.parse("2026-12-01T00:00:00Z")));
    }

    @Test
    void leavesNothingRatherThanLessThanNothing() {
        CarriedSpend carried = new CarriedSpend(new BigDecimal("40"), null);
        assertThat(CarriedSpend.limitUnder(limit("10", MONTHLY), carried, NOW)).isEqualTo(limit("0", MONTHLY));
    }

    @Test
    void isTakenFromALimitThatWasRaisedMeanwhile() {
        CarriedSpend carried = new CarriedSpend(new BigDecimal("40"), null);
        assertThat(CarriedSpend.limitUnder(limit("100", MONTHLY), carried, NOW)).isEqualTo(limit("60", MONTHLY));
    }

    @Test
    void isWhatWasSpentUnderTheLimitThatTheKeyHasNow() {
        // Lowered below what was spent: OpenRouter shows nothing left.
        assertThat(carried(key("10", "0", MONTHLY), null, NOW)).isEqualTo(tenUntilDecember());
        assertThat(carried(key("10", "-3", MONTHLY), null, NOW))
                .extracting(CarriedSpend::usd)
                .isEqualTo(new BigDecimal("13"));
    }

    @Test
    void isNothingWhereNothingWasSpentOrNobodyCounts() {
        assertThat(CarriedSpend.after(key("50", "50", MONTHLY), null, NOW)).isNull();
        assertThat(CarriedSpend.after(key("50", "49.99995", MONTHLY), null, NOW))
                .isNull();
        assertThat(CarriedSpend.after(key("50", "51", MONTHLY), null, NOW)).isNull();
        assertThat(CarriedSpend.after(key("50", null, MONTHLY), null, NOW)).isNull();
        assertThat(CarriedSpend.limitUnder(limit("50", MONTHLY), null, NOW)).isEqualTo(limit("50", MONTHLY));
    }

    @Test
    void survivesAKeyThatSpentNothingItself() {
        CarriedSpend before = new CarriedSpend(new BigDecimal("10"), Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(carried(key("40", "40", MONTHLY), before, NOW)).isEqualTo(tenUntilDecember());
    }

    private static CarriedSpend tenUntilDecember() {
        return new CarriedSpend(new BigDecimal("10"), Instant.parse("2026-12-01T00:00:00Z"));
    }

    private static CarriedSpend carried(RemoteKey key, @Nullable CarriedSpend before, Instant now) {
        CarriedSpend after = CarriedSpend.after(key, before, now);
        return Objects.requireNonNull(after);
    }

    private static SpendLimit limit(String usd, ResetInterval reset) {
        return new SpendLimit(new BigDecimal(usd), reset);
    }

    private static RemoteKey key(String limit, @Nullable String remaining, ResetInterval reset) {
        return new RemoteKey(
                Serial.hash(1),
                "k",
                "sk-or-v1-...1",
                false,
                limit(limit, reset),
                remaining == null ? null : new BigDecimal(remaining),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                NOW.minusSeconds(60),
                null,
                "w1",
                null);
    }
}
