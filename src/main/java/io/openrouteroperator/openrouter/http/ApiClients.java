package io.openrouteroperator.openrouter.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.openrouter.throttle.RequestBucket;
import io.openrouteroperator.openrouter.throttle.Timekeeper;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** Makes clients that share what must be shared: the transport by all, the rate limit by all connections to one account. */
public final class ApiClients {
    private final Transport transport;
    private final Clock clock;
    private final MeterRegistry registry;
    private final DoubleSupplier jitter;
    private final Timekeeper time;
    private final Map<String, RequestBucket> buckets = new ConcurrentHashMap<>();

    public ApiClients(
            Transport transport, Clock clock, MeterRegistry registry, DoubleSupplier jitter, Timekeeper time) {
        this.transport = transport;
        this.clock = clock;
        this.registry = registry;
        this.jitter = jitter;
        this.time = time;
    }

    /** A client for one connection; a second connection to the same account, with a new key say, draws on the same bucket. */
    public ApiClient client(Connection connection) {
        ClientSettings settings = transport.settings();
        return new ApiClient(
                new Exchange(transport, connection, new Refusals(clock)),
                bucket(connection),
                new RetryPolicy(settings.retries(), settings.throttlePatience(), jitter),
                new CallMeters(registry, connection.account()),
                time,
                settings.throttlePatience());
    }

    private RequestBucket bucket(Connection connection) {
        double rate = connection.requestsPerSecond();
        RequestBucket bucket = buckets.compute(
                connection.account(),
                (_, present) ->
                        present != null && present.perSecond() == rate ? present : new RequestBucket(rate, time));
        return bucket;
    }
}
