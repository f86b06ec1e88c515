package io.openrouteroperator.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.trend.TrendPoint;
import io.openrouteroperator.evidence.format.TrendChart.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What charts show, and that they show nothing that was not seen. */
class TrendChartTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void drawsFromEdgeToEdge() {
        TrendChart age =
                TrendChart.all(List.of(day(0, 0), day(1, 50), day(2, 100))).getFirst();

        assertThat(age.lines())
                .containsExactly(
                        new Line("solid", "70.0,160.0 390.0,90.0 710.0,20.0"),
                        new Line("dashed", "70.0,160.0 390.0,125.0 710.0,90.0"));
        assertThat(age.first() + " " + age.last()).isEqualTo("2026-11-01 2026-11-03");
    }

    @Test
    void missingDaysInterruptTheLine() {
        TrendChart age = TrendChart.all(List.of(day(0, 1), day(1, 1), day(5, 1), day(10, 1)))
                .getFirst();

        assertThat(age.lines().stream().filter(line -> line.style().equals("solid")))
                .extracting(line -> line.points().split(" ", -1).length)
                .containsExactly(2, 2, 2);
        assertThat(age.lines()).contains(new Line("solid", "390.0,20.0 390.0,20.0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "3, 5", "7, 10", "10, 10", "11, 20", "99, 100", "101, 200", "4999, 5000"})
    void theScaleReadsWell(long most, String top) {
        assertThat(TrendChart.all(List.of(day(0, most))).getFirst().top()).isEqualTo(top);
    }

    @Test
    void withoutADayThereIsNoChart() {
        assertThat(TrendChart.all(List.of())).isEmpty();
        assertThat(TrendChart.all(List.of(day(0, 1))))
                .extracting(TrendChart::id)
                .containsExactly("trend-age", "trend-spend", "trend-found");
    }

    private static TrendPoint day(int day, long oldest) {
        BigDecimal half = BigDecimal.valueOf(oldest).divide(BigDecimal.TWO);
        return new TrendPoint(FIRST.plusDays(day), 2, oldest, half, BigDecimal.TEN, 3);
    }
}
