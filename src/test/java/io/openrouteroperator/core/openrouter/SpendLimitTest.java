package io.openrouteroperator.core.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendLimitTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.01", "19.99", "50", "333.33", "10000.01", "123456.78"})
    void limitReadBackInSinglePrecisionIsTheSame(String usd) {
        SpendLimit written = weekly(new BigDecimal(usd));

        assertThat(written.sameAs(weekly(new BigDecimal(Float.parseFloat(usd)))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"20, 20.01", "0, 0.01", "1000, 1000.01", "10000, 10000.02"})
    void limitThatDiffersByCentsIsAnother(BigDecimal one, BigDecimal other) {
        assertThat(weekly(one).sameAs(weekly(other))).isFalse();
        assertThat(weekly(other).sameAs(weekly(one))).isFalse();
    }

    @Test
    void limitWithAnotherIntervalIsAnother() {
        assertThat(weekly(BigDecimal.TEN).sameAs(new SpendLimit(BigDecimal.TEN, ResetInterval.DAILY)))
                .isFalse();
    }

    @Test
    void scaleDoesNotMakeAnotherLimit() {
        assertThat(weekly(new BigDecimal("50.00"))).isEqualTo(weekly(new BigDecimal("5E+1")));
    }

    @Test
    void cannotBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> weekly(new BigDecimal("-0.01")));
    }

    private static SpendLimit weekly(BigDecimal usd) {
        return new SpendLimit(usd, ResetInterval.WEEKLY);
    }
}
