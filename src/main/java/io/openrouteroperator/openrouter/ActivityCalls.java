package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.ActivityWire;
import java.util.List;

/** Calls about what was served. An answer has all days at once: asking for each day would be thirty calls for the same rows. */
final class ActivityCalls {
    private final ApiClient client;

    ActivityCalls(ApiClient client) {
        this.client = client;
    }

    List<ActivityRow> ofAccount() {
        return rows(call());
    }

    List<ActivityRow> of(KeyHash key) {
        return rows(call().with("api_key_hash", key.value()));
    }

    private static Call call() {
        return Call.to(Operation.ACTIVITY, "activity");
    }

    private List<ActivityRow> rows(Call call) {
        return client.call(
                call,
                answer -> answer.need("data", answer.objects("data")).stream()
                        .map(ActivityWire::row)
                        .toList());
    }
}
