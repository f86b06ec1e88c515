package io.openrouteroperator.openrouter;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.openrouter.http.ApiClients;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.openrouter.http.Transport;
import io.openrouteroperator.openrouter.throttle.Timekeeper;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/** Connections to OpenRouter over HTTP. One per process: its connections share sockets, and those to one account a rate limit. */
public final class HttpOpenRouterConnector implements OpenRouterConnector {
    private final ApiClients clients;

    /**
     * A connector.
     *
     * @param jitter thread-safe source of numbers from 0 inclusive to 1 exclusive, for spreading repeated calls
     * @throws IllegalArgumentException when the CA bundle cannot be read
     * @throws IllegalStateException when a JDK-wide switch would repeat creates or log keys
     */
    public HttpOpenRouterConnector(
            ClientSettings settings, Clock clock, MeterRegistry registry, DoubleSupplier jitter) {
        this(settings, clock, registry, jitter, Timekeeper.system());
    }

    HttpOpenRouterConnector(
            ClientSettings settings, Clock clock, MeterRegistry registry, DoubleSupplier jitter, Timekeeper time) {
        this.clients = new ApiClients(new Transport(settings), clock, registry, jitter, time);
    }

    @Override
    public OpenRouter connect(Connection connection) {
        return new HttpOpenRouter(connection, clients.client(connection));
    }
}
