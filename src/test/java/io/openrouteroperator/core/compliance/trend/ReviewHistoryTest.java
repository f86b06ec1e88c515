package io.openrouteroperator.core.compliance.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.evidence.SampleReview;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered, for how long, and who is shown what of it. */
class ReviewHistoryTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    /** More days than can tell so many namespaces apart. */
    private static final int RECENT = 35;

    @Test
    void remembersAYear() {
        ReviewHistory history = ReviewHistory.none();
        for (int day = 0; day < 400; day++) {
            history = history.with(day(day, day));
        }

        assertThat(history.days()).hasSize(ReviewHistory.MOST_DAYS);
        assertThat(history.days().getLast().day()).isEqualTo(FIRST.plusDays(399));
        assertThat(history.days().getFirst().day()).isEqualTo(FIRST.plusDays(34));
    }

    @Test
    void aDayCountsOnce() {
        ReviewHistory history =
                ReviewHistory.none().with(day(1, 10)).with(day(0, 9)).with(day(1, 11));

        assertThat(history.trend(ReviewScope.EVERYTHING))
                .extracting(TrendPoint::oldest)
                .containsExactly(18L, 22L);
    }

    @Test
    void addsUpWhatTheScopeShows() {
        ReviewHistory history = ReviewHistory.none().with(day(0, 10));

        assertThat(history.trend(ReviewScope.EVERYTHING))
                .containsExactly(new TrendPoint(FIRST, 4, 20, new BigDecimal("12.5"), new BigDecimal("5"), 8));
        assertThat(history.trend(new ReviewScope("shop", null)))
                .containsExactly(new TrendPoint(FIRST, 3, 10, new BigDecimal("10.0"), new BigDecimal("3"), 2));
        assertThat(history.trend(new ReviewScope("nothing", null)))
                .containsExactly(new TrendPoint(FIRST, 0, 0, new BigDecimal("0.0"), BigDecimal.ZERO, 0));
        assertThat(history.trend(new ReviewScope(null, "restricted")))
                .containsExactly(new TrendPoint(FIRST, 1, 20, new BigDecimal("20.0"), new BigDecimal("2"), 1));
        assertThat(history.trend(new ReviewScope("shop", "internal")))
                .containsExactly(new TrendPoint(FIRST, 3, 10, new BigDecimal("10.0"), new BigDecimal("3"), 1));
    }

    @Test
    void theOldestDaysLoseTheirDetailFirstAndThenGo() {
        ReviewHistory history = ReviewHistory.none().with(day(0, 10)).with(day(1, 11));
        List<TrendPoint> whole = history.trend(ReviewScope.EVERYTHING);

        ReviewHistory smaller = history.smaller().orElseThrow();
        assertThat(smaller.trend(ReviewScope.EVERYTHING)).isEqualTo(whole);
        assertThat(smaller.trend(new ReviewScope("shop", null)))
                .extracting(TrendPoint::day)
                .containsExactly(FIRST.plusDays(1));
        assertThat(smaller.trend(new ReviewScope(null, "internal"))).hasSize(2);

        ReviewHistory smallest = smaller.smaller().orElseThrow();
        assertThat(smallest.trend(ReviewScope.EVERYTHING)).isEqualTo(whole);
        assertThat(smallest.smaller().orElseThrow().days()).hasSize(1);
        assertThat(ReviewHistory.none().smaller()).isEmpty();
    }

    @Test
    void takesTheFiguresFromAReport() {
        DayFigures sample =
                DayFigures.of(SampleReview.report(SampleReview.cluster().replace("unmanaged: 0", "unmanaged: 3")));

        assertThat(sample.day()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(sample.groups())
                .filteredOn(group -> group.keys() > 0)
                .allSatisfy(group -> assertThat(group.keys()).isEqualTo(1))
                .extracting(GroupFigures::namespace)
                .containsExactly("bank", "shop");
        assertThat(sample.groups())
                .anySatisfy(group -> assertThat(group.oldest()).isPositive());
        assertThat(sample.groups())
                .filteredOn(group -> group.namespace().isEmpty())
                .extracting(GroupFigures::classification, GroupFigures::findings)
                .containsExactly(tuple("", 1));
    }

    /** As many different figures as can be, which is the worst for what is stored compressed. */
    @Test
    void aYearOfManyNamespacesFitsIntoOneConfigMap() {
        Random random = new Random(1);
        ReviewHistory history = ReviewHistory.none();
        for (int day = 0; day < ReviewHistory.MOST_DAYS - RECENT; day++) {
            history = history.with(new DayFigures(FIRST.plusDays(day), true, busy(random)).summarised());
        }
        for (int day = ReviewHistory.MOST_DAYS - RECENT; day < ReviewHistory.MOST_DAYS; day++) {
            history = history.with(new DayFigures(FIRST.plusDays(day), true, busy(random)))
                    .largest(part ->
                            OwnConfigMaps.packed(Map.of("days", part.days())).length() <= OwnConfigMaps.MOST_CHARACTERS)
                    .orElseThrow();
        }

        assertThat(history.days()).hasSize(ReviewHistory.MOST_DAYS);
        assertThat(history.trend(new ReviewScope("team-7", "internal"))).hasSizeBetween(28, RECENT - 1);
        assertThat(history.trend(new ReviewScope(null, "internal"))).hasSize(ReviewHistory.MOST_DAYS);
    }

    private static List<GroupFigures> busy(Random random) {
        List<GroupFigures> groups = new ArrayList<>();
        for (int namespace = 0; namespace < 200; namespace++) {
            groups.add(busy("team-" + namespace, "internal", random));
            groups.add(busy("team-" + namespace, "confidential", random));
            groups.add(new GroupFigures("team-" + namespace, "", 0, 0, 0, BigDecimal.ZERO, random.nextInt(9)));
        }
        return groups;
    }

    private static GroupFigures busy(String namespace, String classification, Random random) {
        int keys = 1 + random.nextInt(5);
        int oldest = 1 + random.nextInt(90);
        BigDecimal spent = BigDecimal.valueOf(random.nextInt(100_000), 2);
        return new GroupFigures(
                namespace, classification, keys, (long) keys * oldest / 2, oldest, spent, random.nextInt(4));
    }

    private static DayFigures day(int number, long age) {
        return new DayFigures(
                FIRST.plusDays(number),
                true,
                List.of(
                        new GroupFigures("shop", "internal", 3, 3 * age, age, new BigDecimal("3"), 1),
                        new GroupFigures("bank", "restricted", 1, 2 * age, 2 * age, new BigDecimal("2"), 1),
                        new GroupFigures("shop", "", 0, 0, 0, BigDecimal.ZERO, 1),
                        new GroupFigures("", "", 0, 0, 0, BigDecimal.ZERO, 5)));
    }
}
