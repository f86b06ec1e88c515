package io.openrouteroperator.core.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The key changes of one UTC day (trap 26): every create, update and delete of a key draws on an account-wide quota, and once it
 * is used up even deletes are refused until midnight UTC.
 *
 * @param day the day counted
 * @param used changes spent on it
 * @param perDay the ration in force
 * @param reservePercent share of the ration that only urgent changes may use
 * @param parkedUntil when changes go on after OpenRouter refused one for the day, null when it did not
 */
public record KeyChangeLedger(
        LocalDate day,
        int used,
        int perDay,
        int reservePercent,
        @Nullable Instant parkedUntil) {

    /** How much a change matters when the ration runs low. */
    public enum Urgency {
        /** Revoke, heal, create: may use the reserve. */
        URGENT,
        /** Everything else. */
        ORDINARY
    }

    /** A day on which nothing was changed yet. */
    public static KeyChangeLedger fresh(Instant now, int perDay, int reservePercent) {
        return new KeyChangeLedger(utcDay(now), 0, perDay, reservePercent, null);
    }

    /** The ledger of the day that {@code now} lies in; yesterday's count does not matter any more. */
    public KeyChangeLedger on(Instant now) {
        boolean parked = parkedUntil != null && now.isBefore(parkedUntil);
        return utcDay(now).equals(day) || parked ? this : fresh(now, perDay, reservePercent);
    }

    /** With the ration that the account object asks for now; a smaller one learned today stays. */
    public KeyChangeLedger rationed(int wantedPerDay, int wantedReserve) {
        int ration = parkedUntil == null ? wantedPerDay : Math.min(perDay, wantedPerDay);
        return new KeyChangeLedger(day, used, ration, wantedReserve, parkedUntil);
    }

    /** Whether a change may be made; the reserve is kept for the urgent ones. */
    public boolean allows(Urgency urgency, Instant now) {
        KeyChangeLedger today = on(now);
        if (today.parkedUntil != null && now.isBefore(today.parkedUntil)) {
            return false;
        }
        int reserve = urgency == Urgency.URGENT ? 0 : today.perDay * today.reservePercent / 100;
        return today.used < today.perDay - reserve;
    }

    /** With one more change spent. */
    public KeyChangeLedger spend(Instant now) {
        KeyChangeLedger today = on(now);
        return new KeyChangeLedger(today.day, today.used + 1, today.perDay, today.reservePercent, today.parkedUntil);
    }

    /** With the day closed by OpenRouter; its own figure, where it told one, is the ration from now on. */
    public KeyChangeLedger closed(@Nullable Long told, Instant until, Instant now) {
        KeyChangeLedger today = on(now);
        int ration = told == null ? today.perDay : (int) Math.min(today.perDay, told);
        return new KeyChangeLedger(today.day, today.used, ration, today.reservePercent, until);
    }

    /** The next midnight UTC. */
    public static Instant nextReset(Instant now) {
        return utcDay(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate utcDay(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
