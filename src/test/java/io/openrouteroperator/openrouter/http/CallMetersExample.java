package io.openrouteroperator.openrouter.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Everything that is ever told of calls to OpenRouter. */
public final class CallMetersExample {
    private CallMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        CallMeters meters = new CallMeters(registry, "main");
        meters.attempted(Operation.LIST_KEYS, "ok", Duration.ofMillis(1));
        meters.throttled(Operation.LIST_KEYS, Duration.ofMillis(1));
    }
}
