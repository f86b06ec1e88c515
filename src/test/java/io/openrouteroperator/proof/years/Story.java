package io.openrouteroperator.proof.years;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import io.openrouteroperator.core.schedule.ChangeQuota;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What happens: classes with their keys, all made on the first day, and what befalls the operator.
 *
 * @param start the first moment
 * @param days how many days are played
 * @param classes the keys
 * @param quota of key changes a day
 * @param disturbances outages and wrong clocks
 */
record Story(Instant start, int days, List<KeyClass> classes, ChangeQuota quota, List<Disturbance> disturbances) {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    /** The proof: 500 keys, changes of terms, two outages of days, four wrong clocks. */
    static Story threeYears() {
        return years(3, 1);
    }

    /** Its first fifteen months with a fifth of the keys and of the quota. */
    static Story fifteenMonths() {
        return years(1, 5);
    }

    private static Story years(int years, int share) {
        Instant start = Instant.parse("2026-01-03T09:00:00Z");
        var sundays = window(Set.of(SUNDAY), "02:00", 4, "Europe/Berlin");
        var saturdays = window(Set.of(SATURDAY), "23:30", 6, "Europe/Berlin");
        var nights = window(EVERY_DAY, "02:30", 2, "America/New_York");
        var tokyo = window(Set.of(SATURDAY), "01:00", 3, "Asia/Tokyo");
        var london = window(Set.of(WEDNESDAY, FRIDAY), "01:30", 3, "Europe/London");
        var first = window(Set.of(), "02:15", 12, "Australia/Lord_Howe");
        var weekNights = window(EnumSet.range(MONDAY, FRIDAY), "22:00", 6, "America/Sao_Paulo");
        List<KeyClass> classes = List.of(
                KeyClass.of("any-time", 170 / share, ClassTerms.of(90, 100, 10, 5))
                        .from(day(start, 600), ClassTerms.of(90, 100, 10, 5, weekNights))
                        .from(day(start, 900), ClassTerms.of(45, 60, 20, 4)),
                KeyClass.of("berlin-sundays", 110 / share, ClassTerms.of(90, 110, 10, 5, sundays))
                        .from(day(start, 790), ClassTerms.of(60, 80, 10, 5, saturdays)),
                KeyClass.of("new-york-nights", 100 / share, ClassTerms.of(30, 40, 20, 5, nights))
                        .from(day(start, 420), ClassTerms.of(20, 32, 20, 5, nights)),
                KeyClass.of("tokyo-and-london", 90 / share, ClassTerms.of(60, 75, 0, 5, tokyo, london))
                        .from(day(start, 540), ClassTerms.of(90, 105, 10, 3, tokyo, london)),
                KeyClass.of("first-of-month", 30 / share, ClassTerms.of(60, 90, 10, 5, first)));
        return new Story(
                start,
                years == 1 ? 460 : years * 365 + 1,
                classes,
                new ChangeQuota(100 / share, 20),
                List.of(
                        new Disturbance(day(start, 208), Duration.ofDays(4), null),
                        new Disturbance(day(start, 330), Duration.ofHours(3), Duration.ofDays(40)),
                        new Disturbance(day(start, 350), Duration.ofHours(8), Duration.ofDays(-10)),
                        new Disturbance(day(start, 480), Duration.ofHours(1), Duration.ofDays(400)),
                        new Disturbance(day(start, 700), Duration.ofDays(5), null),
                        new Disturbance(day(start, 860), Duration.ofDays(2), Duration.ofMinutes(-90))));
    }

    private static WallWindow window(Set<DayOfWeek> days, String opens, int hours, String zone) {
        return new WallWindow(days, LocalTime.parse(opens), Duration.ofHours(hours), ZoneId.of(zone));
    }

    private static Instant day(Instant start, int day) {
        return start.plus(Duration.ofDays(day));
    }

    Instant end() {
        return day(start, days);
    }

    boolean isOperatorDownAt(Instant moment) {
        return disturbances.stream().anyMatch(each -> each.skew() == null && each.holdsAt(moment));
    }

    /** What the operator's clock shows. */
    Instant clockAt(Instant moment) {
        return disturbances.stream()
                .filter(each -> each.holdsAt(moment))
                .map(Disturbance::skew)
                .filter(Objects::nonNull)
                .findFirst()
                .map(moment::plus)
                .orElse(moment);
    }
}
