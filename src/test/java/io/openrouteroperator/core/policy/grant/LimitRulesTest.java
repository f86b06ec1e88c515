package io.openrouteroperator.core.policy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.grant.LimitDecision.AboveMaximum;
import io.openrouteroperator.core.policy.grant.LimitDecision.Granted;
import io.openrouteroperator.core.policy.grant.LimitDecision.Invalid;
import io.openrouteroperator.core.policy.grant.LimitDecision.Missing;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRulesTest {
    private static final SpendLimit MONTHLY_100 = limit("100", ResetInterval.MONTHLY);

    @ParameterizedTest
    @CsvSource({
        "100,    MONTHLY, 100, MONTHLY, true",
        "100.01, MONTHLY, 100, MONTHLY, false",
        "10,     DAILY,   100, MONTHLY, false",
        "3.22,   DAILY,   100, MONTHLY, true",
        "3.23,   DAILY,   100, MONTHLY, false",
        "16.66,  WEEKLY,  100, MONTHLY, true",
        "16.67,  WEEKLY,  100, MONTHLY, false",
        "14.28,  DAILY,   100, WEEKLY,  true",
        "14.29,  DAILY,   100, WEEKLY,  false",
        "50,     MONTHLY, 100, WEEKLY,  true",
        "50.01,  MONTHLY, 100, WEEKLY,  false",
        "100,    MONTHLY, 100, DAILY,   true",
        "100.01, WEEKLY,  100, DAILY,   false",
        "100,    NEVER,   100, DAILY,   true",
        "101,    NEVER,   100, MONTHLY, false",
        "100,    NEVER,   100, NEVER,   true",
        "101,    NEVER,   100, NEVER,   false",
        "0.01,   DAILY,   100, NEVER,   false"
    })
    void comparesByTheWorstCase(
            BigDecimal usd, ResetInterval reset, BigDecimal maximum, ResetInterval maximumReset, boolean granted) {
        var decision = LimitRules.decide(usd, reset, new SpendLimit(maximum, maximumReset));

        assertThat(decision).isInstanceOf(granted ? Granted.class : AboveMaximum.class);
    }

    @ParameterizedTest
    @CsvSource({
        "DAILY, WEEKLY",
        "DAILY, MONTHLY",
        "WEEKLY, DAILY",
        "WEEKLY, MONTHLY",
        "MONTHLY, DAILY",
        "MONTHLY, WEEKLY"
    })
    void agreesWithEveryDayOfFortyYears(ResetInterval reset, ResetInterval maximumReset) {
        List<LocalDate> days =
                LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2040, 1, 1)).toList();
        int touched = days.stream()
                .collect(Collectors.groupingBy(
                        day -> startOf(maximumReset, day),
                        Collectors.mapping(day -> startOf(reset, day), Collectors.toSet())))
                .values()
                .stream()
                .mapToInt(Collection::size)
                .max()
                .orElseThrow();
        var most = new SpendLimit(BigDecimal.valueOf(touched), maximumReset);

        assertThat(LimitRules.decide(BigDecimal.ONE, reset, most)).isInstanceOf(Granted.class);
        assertThat(LimitRules.decide(new BigDecimal("1.0001"), reset, most)).isInstanceOf(AboveMaximum.class);
    }

    @Test
    void grantsTheMaximumByDefault() {
        assertThat(LimitRules.decide(null, null, MONTHLY_100)).isEqualTo(new Granted(MONTHLY_100));
    }

    @Test
    void takesTheIntervalFromTheClassification() {
        assertThat(LimitRules.decide(BigDecimal.TEN, null, limit("100", ResetInterval.WEEKLY)))
                .isEqualTo(new Granted(limit("10", ResetInterval.WEEKLY)));
        assertThat(LimitRules.decide(BigDecimal.TEN, null, null))
                .isEqualTo(new Granted(limit("10", ResetInterval.MONTHLY)));
    }

    @Test
    void neverGrantsAKeyWithoutLimit() {
        var missing = LimitRules.decide(null, ResetInterval.DAILY, null);

        assertThat(((Missing) missing).problem().toString())
                .isEqualTo("spec.limit: is required, because the classification has no limit; write usd and reset");
    }

    @Test
    void refusesWhatIsNoLimit() {
        assertThat(LimitRules.decide(BigDecimal.ZERO, null, null)).isInstanceOf(Invalid.class);
        assertThat(LimitRules.decide(new BigDecimal("-1"), null, MONTHLY_100)).isInstanceOf(Invalid.class);
    }

    @Test
    void saysWhatToWriteInstead() {
        assertThat(message(LimitRules.decide(BigDecimal.TEN, ResetInterval.DAILY, MONTHLY_100)))
                .isEqualTo("spec.limit.usd: is 10 USD daily, which can come to 310 USD in one interval of the "
                        + "classification; the classification allows 100 USD monthly; write at most 3.22");
        assertThat(message(LimitRules.decide(new BigDecimal("200.0"), ResetInterval.NEVER, MONTHLY_100)))
                .isEqualTo("spec.limit.usd: is 200 USD in total; the classification allows 100 USD monthly; "
                        + "write at most 100");
        assertThat(message(LimitRules.decide(BigDecimal.ONE, ResetInterval.DAILY, limit("0", ResetInterval.DAILY))))
                .endsWith("the classification allows 0 USD daily; write at most 0");
        assertThat(message(LimitRules.decide(BigDecimal.ONE, ResetInterval.DAILY, limit("5", ResetInterval.NEVER))))
                .isEqualTo("spec.limit.reset: must be Never, because the classification allows 5 USD in total");
    }

    private static String message(LimitDecision decision) {
        return ((AboveMaximum) decision).problem().toString();
    }

    private static SpendLimit limit(String usd, ResetInterval reset) {
        return new SpendLimit(new BigDecimal(usd), reset);
    }

    private static LocalDate startOf(ResetInterval interval, LocalDate day) {
        return switch (interval) {
            case DAILY -> day;
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case NEVER -> LocalDate.EPOCH;
        };
    }
}
