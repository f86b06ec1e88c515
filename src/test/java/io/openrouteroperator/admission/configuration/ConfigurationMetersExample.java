package io.openrouteroperator.admission.configuration;

import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.event.EventRecorder;
import java.nio.file.Path;
import java.time.Clock;

/** Everything that is ever told of the webhook configuration. */
public final class ConfigurationMetersExample {
    private ConfigurationMetersExample() {}

    /** Tells it once; no cluster is asked. */
    public static void tell(MeterRegistry registry) {
        var client = new KubernetesClientBuilder().build();
        EventRecorder events = new EventRecorder(client, "example", Clock.systemUTC());
        new ConfigurationGuard(client, "example", Path.of("example"), events, registry, Clock.systemUTC());
    }
}
