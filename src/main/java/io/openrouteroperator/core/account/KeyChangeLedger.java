package io.openrouteroperator.core.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The key changes of one UTC day (trap 26): every create, update and delete of a key draws on an account-wide quota, and once it
 * is used up even deletes are refused until midnight UTC.
 *
 * @param day the day counted
 * @param used changes spent on it
 * @param asked the ration that the account object asks for
 * @param reservePercent share of the ration kept for what is urgent
 * @param quota what OpenRouter said it allows per day, where that is less than what is asked for; null when it did not say so
 * @param parkedUntil when changes go on after OpenRouter refused one for the day, null when it did not
 */
public record KeyChangeLedger(
        LocalDate day,
        int used,
        int asked,
        int reservePercent,
        @Nullable Integer quota,
        @Nullable Instant parkedUntil) {

    /**
     * What a change is for, the most urgent first. Each leaves more of the ration untouched than the one before it, so that a day
     * that runs low always has something left for what matters more. The first three share the reserve.
     */
    public enum Urgency {
        /** Stop a key that must not work any more: may use everything. */
        REVOKE(0, 0, 1),
        /** Bring back a key that a service had and lost. */
        HEAL(25, 0, 1),
        /** Make a service's key, and clear away what making it left behind. */
        CREATE(50, 0, 1),
        /** Retire a key whose last hour has passed. */
        RETIRE_OVERDUE(100, 0, 1),
        /** Begin a rotation: only with room for all of it (create, real limit, disable, delete). */
        ROTATE(100, 50, 4),
        /** Retire an earlier key that has time left. */
        RETIRE(100, 75, 1),
        /** Orphans, names and limits changed by hand. */
        TIDY(100, 100, 1);

        /** Percent of the reserve that is left untouched. */
        private final int ofReserve;
        /** Parts per thousand of the ration that are left untouched above the reserve. */
        private final int aboveReserve;

        private final int changesToBegin;

        Urgency(int ofReserve, int aboveReserve, int changesToBegin) {
            this.ofReserve = ofReserve;
            this.aboveReserve = aboveReserve;
            this.changesToBegin = changesToBegin;
        }
    }

    /** A day on which nothing was changed yet. */
    public static KeyChangeLedger fresh(Instant now, int asked, int reservePercent) {
        return new KeyChangeLedger(utcDay(now), 0, asked, reservePercent, null, null);
    }

    /** The ration in force. */
    public int perDay() {
        return quota == null ? asked : Math.min(asked, quota);
    }

    /** The ledger of the day that {@code now} lies in; yesterday's count does not matter any more, but what was learned does. */
    public KeyChangeLedger on(Instant now) {
        return utcDay(now).equals(day) || isParked(now)
                ? this
                : new KeyChangeLedger(utcDay(now), 0, asked, reservePercent, quota, null);
    }

    /** With the ration that the account object asks for now; one within the quota makes the quota forgotten. */
    public KeyChangeLedger rationed(int wantedPerDay, int wantedReserve) {
        Integer learned = quota == null || wantedPerDay <= quota ? null : quota;
        return new KeyChangeLedger(day, used, wantedPerDay, wantedReserve, learned, parkedUntil);
    }

    /** Whether something of this urgency may begin, leaving untouched what more urgent changes may need. */
    public boolean allows(Urgency urgency, Instant now) {
        KeyChangeLedger today = on(now);
        return !today.isParked(now)
                && today.used + urgency.changesToBegin <= today.perDay() - today.untouchedBy(urgency);
    }

    /** What may begin now. */
    public Set<Urgency> affordable(Instant now) {
        return EnumSet.allOf(Urgency.class).stream()
                .filter(urgency -> allows(urgency, now))
                .collect(Collectors.toUnmodifiableSet());
    }

    private long untouchedBy(Urgency urgency) {
        long ofReserve = (long) perDay() * reservePercent * urgency.ofReserve / 10_000;
        return ofReserve + (long) perDay() * urgency.aboveReserve / 1_000;
    }

    private boolean isParked(Instant now) {
        return parkedUntil != null && now.isBefore(parkedUntil);
    }

    /** With one more change spent. */
    public KeyChangeLedger spend(Instant now) {
        KeyChangeLedger today = on(now);
        return new KeyChangeLedger(
                today.day, today.used + 1, today.asked, today.reservePercent, today.quota, today.parkedUntil);
    }

    /** With the day closed by OpenRouter; its own figure, where it told one, is remembered beyond the day. */
    public KeyChangeLedger closed(@Nullable Long told, Instant until, Instant now) {
        KeyChangeLedger today = on(now);
        Integer learned = told == null ? today.quota : told < today.asked ? Integer.valueOf(told.intValue()) : null;
        return new KeyChangeLedger(today.day, today.used, today.asked, today.reservePercent, learned, until);
    }

    /** The next midnight UTC. */
    public static Instant nextReset(Instant now) {
        return utcDay(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate utcDay(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
