package io.openrouteroperator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.clock.SteppedClock;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.GroupFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One write a day, whoever leads, and none without news. */
class HistoryLoopTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T23:59:00Z"));
    private ReviewHistory stored = ReviewHistory.none();
    private int writes;
    private int looks;
    private int age;

    @Test
    void writesOnceADay() {
        HistoryLoop loop = loop();
        for (int pass = 0; pass < 10; pass++) {
            loop.look();
        }
        assertThat(writes).isEqualTo(1);

        clock.step(Duration.ofMinutes(1));
        age++;
        loop.look();
        loop.look();

        assertThat(writes).isEqualTo(2);
        assertThat(looks).isEqualTo(2);
        assertThat(stored.days())
                .extracting(DayFigures::day)
                .containsExactly(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-11-25"));
    }

    @Test
    void aSuccessorDoesNotWriteTheSameDayAgain() {
        loop().look();
        loop().look();

        assertThat(writes).isEqualTo(1);
    }

    @Test
    void aDayWithoutNewsIsNotWritten() {
        HistoryLoop loop = loop();
        loop.look();
        clock.step(Duration.ofDays(1));
        loop.look();
        loop.look();

        assertThat(writes).isEqualTo(1);
        assertThat(looks).isEqualTo(2);
    }

    private HistoryLoop loop() {
        return new HistoryLoop(this::figures, () -> stored, this::keep, clock);
    }

    private DayFigures figures() {
        looks++;
        return new DayFigures(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                true,
                List.of(new GroupFigures("shop", "internal", 1, age, age, BigDecimal.ONE, 0)));
    }

    private void keep(ReviewHistory history) {
        writes++;
        stored = history;
    }
}
