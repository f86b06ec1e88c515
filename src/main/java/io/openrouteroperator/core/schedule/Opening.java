package io.openrouteroperator.core.schedule;

import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/**
 * One time that a window is open.
 *
 * @param opensAt first moment of it
 * @param window the window
 */
record Opening(Instant opensAt, WindowTerms window) {
    /** The earliest first; of those that open together the longest. */
    static final Comparator<Opening> EARLIEST = Comparator.comparing(Opening::opensAt)
            .thenComparing(Opening::closesAt, Comparator.reverseOrder())
            .thenComparing(opening -> opening.window().timeZone().getId());

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("EEE HH:mm VV", Locale.ENGLISH);

    /** The moment after its last. */
    Instant closesAt() {
        return opensAt.plus(window.duration());
    }

    boolean isOpenAt(Instant moment) {
        return !moment.isBefore(opensAt) && moment.isBefore(closesAt());
    }

    /** When this key starts in it: somewhere in its first half, so that a fleet does not start in one second. */
    Instant startOf(String uid) {
        return opensAt.plusSeconds(
                (long) (Spread.fraction(uid, "window") * window.duration().toSeconds() / 2));
    }

    /** Such as {@code Sun 02:00 Europe/Berlin}. */
    String words() {
        return WORDS.format(opensAt.atZone(window.timeZone())).replaceFirst(" Z$", " UTC");
    }
}
