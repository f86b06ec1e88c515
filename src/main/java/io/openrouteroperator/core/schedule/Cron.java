package io.openrouteroperator.core.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A five-field cron expression, and the only class that knows the cron library.
 *
 * <p>The library is asked on the local clock, as if no clock were ever changed, and the answer is put into the zone here. Asked in the
 * zone it skips a time that does not exist in spring, and finds one that exists twice in autumn twice when it looks back. So a time
 * that does not exist happens as much later as the clock was put forward, and one that exists twice happens the first time.
 */
final class Cron {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    // The library takes SUN for 7, which no range can start with.
    private static final Pattern SUNDAY_FIRST = Pattern.compile("(?i)\\bSUN-");
    // Parsing costs more than all the rest, and a fleet has few expressions. Many mean that policies are edited a lot.
    private static final int MOST_REMEMBERED = 200;
    private static final Map<String, Cron> REMEMBERED = new ConcurrentHashMap<>();

    private static final ZonedDateTime ANY = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final ExecutionTime times;
    private final boolean comesAtAll;

    private Cron(String text) {
        times = ExecutionTime.forCron(PARSER.parse(SUNDAY_FIRST.matcher(text).replaceAll("0-")));
        comesAtAll = times.nextExecution(ANY).isPresent();
    }

    /**
     * The expression.
     *
     * @throws IllegalArgumentException if it is none; the message names the part that is wrong
     */
    static Cron parse(String text) {
        if (REMEMBERED.size() >= MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        return REMEMBERED.computeIfAbsent(text, Cron::new);
    }

    /** Whether there is such a time: 30 February never comes. */
    boolean comesAtAll() {
        return comesAtAll;
    }

    /** The first time at or after a moment; empty if it never comes again. */
    Optional<Instant> atOrAfter(Instant moment, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(ceiling(moment), leastOffset(moment, zone));
        Optional<LocalDateTime> next = next(local.minusSeconds(1));
        // Beside a change of the clock the first local times may lie before the moment.
        while (next.isPresent() && inZone(next.get(), zone).isBefore(moment)) {
            next = next(next.get());
        }
        return next.map(time -> inZone(time, zone));
    }

    /** The last time at or before a moment; empty if there was none. */
    Optional<Instant> atOrBefore(Instant moment, ZoneId zone) {
        LocalDateTime local =
                LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MINUTES), greatestOffset(moment, zone));
        Optional<LocalDateTime> last = last(local.plusSeconds(1));
        while (last.isPresent() && inZone(last.get(), zone).isAfter(moment)) {
            last = last(last.get());
        }
        return last.map(time -> inZone(time, zone));
    }

    private Optional<LocalDateTime> next(LocalDateTime local) {
        return times.nextExecution(local.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private Optional<LocalDateTime> last(LocalDateTime local) {
        return times.lastExecution(local.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
    }

    private static Instant inZone(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    private static Instant ceiling(Instant moment) {
        Instant minute = moment.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(moment) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }

    private static ZoneOffset leastOffset(Instant moment, ZoneId zone) {
        ZoneOffset now = zone.getRules().getOffset(moment);
        ZoneOffset dayBefore = zone.getRules().getOffset(moment.minus(1, ChronoUnit.DAYS));
        return now.getTotalSeconds() <= dayBefore.getTotalSeconds() ? now : dayBefore;
    }

    private static ZoneOffset greatestOffset(Instant moment, ZoneId zone) {
        ZoneOffset now = zone.getRules().getOffset(moment);
        ZoneOffset dayBefore = zone.getRules().getOffset(moment.minus(1, ChronoUnit.DAYS));
        return now.getTotalSeconds() >= dayBefore.getTotalSeconds() ? now : dayBefore;
    }
}
