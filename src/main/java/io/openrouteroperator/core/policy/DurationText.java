package io.openrouteroperator.core.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in policies: days, hours, minutes and seconds, such as {@code 90d}, {@code 1h30m}. */
public final class DurationText {
    /** What to tell a person whose duration cannot be read. */
    public static final String ADVICE = "write days, hours, minutes and seconds such as 90d, 72h or 1h30m";

    // Six digits per unit are 2,700 years of days: more than anyone means, and far from an overflow.
    private static final Pattern SHAPE =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

    private DurationText() {}

    /** The duration, or empty when the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(part(parts, 1))
                .plusHours(part(parts, 2))
                .plusMinutes(part(parts, 3))
                .plusSeconds(part(parts, 4)));
    }

    private static long part(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** The shortest text that {@link #parse} reads as this duration, to the second. */
    public static String format(Duration duration) {
        String text = unit(duration.toDays(), "d")
                + unit(duration.toHoursPart(), "h")
                + unit(duration.toMinutesPart(), "m")
                + unit(duration.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text;
    }

    private static String unit(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
