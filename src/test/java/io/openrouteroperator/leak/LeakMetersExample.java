package io.openrouteroperator.leak;

import io.micrometer.core.instrument.MeterRegistry;

/** Everything that is ever told of leaks. */
public final class LeakMetersExample {
    private LeakMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        registry.counter(LeakResponder.METRIC, "response", "reported").increment();
        registry.counter(ForeignKeyDesk.METRIC, "account", "known").increment();
    }
}
