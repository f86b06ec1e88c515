package io.openrouteroperator.core.schedule;

import static io.openrouteroperator.core.schedule.Terms.utc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The five fields, and what becomes of local times when clocks are changed. */
class CronTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * SUN     | 2026-01-04T02:00",
                "0 2 * * sun     | 2026-01-04T02:00",
                "0 2 * * 0       | 2026-01-04T02:00",
                "0 2 * * 7       | 2026-01-04T02:00",
                "0 2 * * SUN-TUE | 2026-01-04T02:00",
                "0 2 * * FRI-SUN | 2026-01-02T02:00",
                "30 4 2 * *      | 2026-01-02T04:30",
                "0 2 * FEB SAT   | 2026-02-07T02:00",
                "0 2 13 * FRI    | 2026-01-02T02:00",
                "*/20 22-23 * 3 *| 2026-03-01T22:00",
                "0 2 29 2 *      | 2028-02-29T02:00"
            })
    void readsTheFieldsOfUnixCron(String cron, String first) {
        assertThat(Cron.parse(cron).atOrAfter(utc("2026-01-01T02:30"), ZoneOffset.UTC))
                .hasValue(utc(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0 2 * *", "0 2 * * * *", "60 2 * * *", "0 2 * * FUN", "0 2 L * *", "@daily", "0 2 9-3 * *"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Cron.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsTheMomentItself() {
        Cron daily = Cron.parse("0 2 * * *");

        assertThat(daily.atOrAfter(utc("2026-01-05T02:00"), ZoneOffset.UTC)).hasValue(utc("2026-01-05T02:00"));
        assertThat(daily.atOrBefore(utc("2026-01-05T02:00"), ZoneOffset.UTC)).hasValue(utc("2026-01-05T02:00"));
        assertThat(daily.atOrAfter(utc("2026-01-05T02:00").plusNanos(1), ZoneOffset.UTC))
                .hasValue(utc("2026-01-06T02:00"));
        assertThat(daily.atOrBefore(utc("2026-01-05T02:00").minusNanos(1), ZoneOffset.UTC))
                .hasValue(utc("2026-01-04T02:00"));
    }

    @Test
    void saysWhenItNeverComes() {
        assertThat(Cron.parse("0 2 29 2 *").comesAtAll()).isTrue();
        assertThat(Cron.parse("0 2 30 2 *").comesAtAll()).isFalse();
        assertThat(Cron.parse("0 2 31 4,6 *").comesAtAll()).isFalse();
    }

    @Test
    void opensLaterInSpringWhenTheTimeDoesNotExist() {
        // 02:30 is 01:30 UTC in winter; on 29 March 2026 the clock goes from 02:00 to 03:00, and shows 03:30 then.
        Cron cron = Cron.parse("30 2 * * *");

        assertThat(cron.atOrAfter(utc("2026-03-28T12:00"), BERLIN)).hasValue(utc("2026-03-29T01:30"));
        assertThat(cron.atOrAfter(utc("2026-03-29T01:31"), BERLIN)).hasValue(utc("2026-03-30T00:30"));
        assertThat(cron.atOrBefore(utc("2026-03-29T12:00"), BERLIN)).hasValue(utc("2026-03-29T01:30"));
        assertThat(cron.atOrBefore(utc("2026-03-29T01:29"), BERLIN)).hasValue(utc("2026-03-28T01:30"));
    }

    @Test
    void opensOnceInAutumnWhenTheTimeExistsTwice() {
        // On 25 October 2026 02:30 comes at 00:30 UTC and again at 01:30 UTC.
        Cron cron = Cron.parse("30 2 * * *");

        assertThat(cron.atOrAfter(utc("2026-10-24T12:00"), BERLIN)).hasValue(utc("2026-10-25T00:30"));
        assertThat(cron.atOrAfter(utc("2026-10-25T00:31"), BERLIN)).hasValue(utc("2026-10-26T01:30"));
        assertThat(cron.atOrBefore(utc("2026-10-25T12:00"), BERLIN)).hasValue(utc("2026-10-25T00:30"));
        assertThat(cron.atOrBefore(utc("2026-10-25T01:29"), BERLIN)).hasValue(utc("2026-10-25T00:30"));
    }

    @Test
    void agreesWithACountOfEveryHour() {
        Random random = new Random(20260329);
        List<ZoneId> zones = List.of(
                BERLIN,
                ZoneId.of("America/New_York"),
                ZoneId.of("Australia/Lord_Howe"),
                ZoneId.of("America/Havana"),
                ZoneId.of("Asia/Kolkata"));
        List<String> crons =
                List.of("30 2 * * *", "0 0 * * *", "15 1,3 * * *", "45 * * * *", "0 2 * * SUN", "10 23 * * *");
        for (String cron : crons) {
            for (ZoneId zone : zones) {
                for (int month : List.of(3, 4, 10, 11)) {
                    Instant start = utc("2026-%02d-01T00:00".formatted(month)).minus(Duration.ofDays(8));
                    NavigableSet<Instant> every = everyTime(cron, zone, start, 46);
                    for (int sample = 0; sample < 60; sample++) {
                        Instant moment = start.plus(Duration.ofDays(8)).plusSeconds(random.nextInt(30 * 86_400));
                        assertThat(Cron.parse(cron).atOrAfter(moment, zone))
                                .as("%s in %s from %s", cron, zone, moment)
                                .isEqualTo(Optional.ofNullable(every.ceiling(moment)));
                        assertThat(Cron.parse(cron).atOrBefore(moment, zone))
                                .as("%s in %s before %s", cron, zone, moment)
                                .isEqualTo(Optional.ofNullable(every.floor(moment)));
                    }
                }
            }
        }
    }

    /** The expressions above, read by hand: minute, hours, any day or Sunday. */
    private static NavigableSet<Instant> everyTime(String cron, ZoneId zone, Instant start, int days) {
        String[] fields = cron.split(" ", -1);
        NavigableSet<Instant> times = new TreeSet<>();
        LocalDateTime first = LocalDateTime.ofInstant(start, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusMinutes(Integer.parseInt(fields[0]));
        for (int hours = 0; hours < days * 24; hours++) {
            LocalDateTime time = first.plusHours(hours);
            boolean hour = fields[1].equals("*")
                    || List.of(fields[1].split(",", -1)).contains(Integer.toString(time.getHour()));
            boolean day = fields[4].equals("*") || time.getDayOfWeek().getValue() == 7;
            if (hour && day) {
                times.add(time.atZone(zone).toInstant());
            }
        }
        return times;
    }
}
