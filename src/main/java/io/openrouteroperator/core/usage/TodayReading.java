package io.openrouteroperator.core.usage;

/** How much is known of the day that is not over; of two readings the later one in this order stands. */
public enum TodayReading {
    /** Nobody looked at it, or it is over and settled. */
    NOT_READ,
    /** What its figures tell so far. */
    COMPLETE,
    /** Less than there is: an answer lacked something, keys wait for the next look, or there was no answer. */
    INCOMPLETE
}
