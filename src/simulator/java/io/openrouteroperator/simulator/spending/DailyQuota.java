package io.openrouteroperator.simulator.spending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The account's ration of key changes for each UTC day. */
public final class DailyQuota {

    /** The name under which OpenRouter refuses once the ration is used up. */
    public static final String NAME = "keys-modify-api-rpd-v2";

    private int limit;
    private int used;
    private LocalDate day = LocalDate.EPOCH;

    public DailyQuota(int limit) {
        this.limit = limit;
    }

    /** Takes one change from the ration; false where none is left. */
    public boolean take(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            used = 0;
        }
        if (used >= limit) {
            return false;
        }
        used++;
        return true;
    }

    /** When the next ration begins. */
    public static Instant nextReset(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    public int limit() {
        return limit;
    }

    public int used() {
        return used;
    }

    public void setLimit(int changed) {
        limit = changed;
    }
}
