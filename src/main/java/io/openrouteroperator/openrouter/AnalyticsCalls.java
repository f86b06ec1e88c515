package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.AnalyticsWire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Questions about what was served lately. */
final class AnalyticsCalls {
    private static final Call CALL = Call.to(Operation.ANALYTICS, "analytics", "query");

    private final ApiClient client;

    AnalyticsCalls(ApiClient client) {
        this.client = client;
    }

    Analysis<CallingKey> callingKeys(Instant from, Instant to) {
        return client.call(CALL.sending(AnalyticsWire.callingKeys(from, to)), AnalyticsWire::callingKeys);
    }

    Analysis<ActivityRow> served(KeyHash key, Instant from, Instant to) {
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        return client.call(
                CALL.sending(AnalyticsWire.served(key, from, to)), answer -> AnalyticsWire.served(answer, day));
    }
}
