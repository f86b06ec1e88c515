package io.openrouteroperator.simulator.resource.key;

import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.spending.DailyQuota;
import java.time.Instant;

/** Refuses changes of keys once the day's ration is used up. Each change that arrives counts, refused or not; reads never do. */
final class KeyChangeQuota {

    private final DailyQuota quota;

    KeyChangeQuota(DailyQuota quota) {
        this.quota = quota;
    }

    void take(Instant now) {
        if (quota.take(now)) {
            return;
        }
        Refusal refusal = new Refusal(429, "Rate limit exceeded: " + DailyQuota.NAME);
        refusal.with("metadata", Wire.object().put("limit_name", DailyQuota.NAME));
        refusal.withHeader("X-RateLimit-Limit", Integer.toString(quota.limit()));
        refusal.withHeader("X-RateLimit-Remaining", "0");
        refusal.withHeader(
                "X-RateLimit-Reset", Long.toString(DailyQuota.nextReset(now).toEpochMilli()));
        throw refusal;
    }
}
