package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.policy.WindowTerms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A window as a person reads it off a wall clock. It gives the cron expression that the schedule is told, and judges without it.
 *
 * @param days on which days of the week; empty for the first of each month
 * @param opens at what local time; one that does not exist on a day is as much later as the clock was put forward
 * @param length how long it is open
 * @param zone whose local time
 */
record WallWindow(Set<DayOfWeek> days, LocalTime opens, Duration length, ZoneId zone) {
    WallWindow {
        days = Set.copyOf(days);
    }

    WindowTerms terms() {
        String weekdays =
                days.stream().sorted().map(day -> day.name().substring(0, 3)).collect(Collectors.joining(","));
        String cron = opens.getMinute() + " " + opens.getHour() + (days.isEmpty() ? " 1 * *" : " * * " + weekdays);
        return new WindowTerms(cron, length, zone);
    }

    boolean isOpenAt(Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        LocalDate day = LocalDate.ofInstant(moment.minus(length), zone).minusDays(1);
        for (; !day.isAfter(today); day = day.plusDays(1)) {
            // What exists twice opens the first time: so says java.time as well.
            Instant start = day.atTime(opens).atZone(zone).toInstant();
            if (opensOn(day) && !moment.isBefore(start) && moment.isBefore(start.plus(length))) {
                return true;
            }
        }
        return false;
    }

    private boolean opensOn(LocalDate day) {
        return days.isEmpty() ? day.getDayOfMonth() == 1 : days.contains(day.getDayOfWeek());
    }
}
