package io.openrouteroperator.core.schedule;

import java.time.Instant;

/**
 * When the current key is replaced, and why then. Equal inputs give an equal plan for as long as nothing happens, so that a status
 * which holds it is not written again.
 *
 * @param at the moment from which the replacement may start, in whole seconds
 * @param cause why then
 * @param words the moment as people say it: the opening of the window, such as {@code Sun 02:00 Europe/Berlin}, else the time in UTC
 */
public record PlannedRotation(Instant at, Cause cause, String words) {
    /** Why a key is replaced at that moment and no other. */
    public enum Cause {
        /** The interval ends then. */
        INTERVAL("its interval ends"),
        /** The first window after the interval opens then. */
        WINDOW("the first window after its interval"),
        /** The next window would come too late; this is the last one before the deadline. */
        EARLIER_WINDOW("the last window before it is too old"),
        /** No window is left before the deadline: whoever carries this out warns. */
        OUTSIDE_WINDOWS("no window is left before it is too old"),
        /** The fleet plan asks for it, because later days are full. */
        QUOTA("later days have no key changes left");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** The cause as people say it. */
        public String words() {
            return words;
        }
    }

    /** Whether the replacement may start now. */
    public boolean due(Instant now) {
        return !now.isBefore(at);
    }
}
