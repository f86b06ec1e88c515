package io.openrouteroperator.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.openrouter.HttpOpenRouterConnector;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.openrouter.http.ProxySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the client for OpenRouter. */
@ApplicationScoped
class OpenRouterProducer {
    private static final String USER_AGENT = "openrouter-operator";

    @Produces
    @Singleton
    OpenRouterConnector connector(OperatorConfiguration configuration, Clock clock, MeterRegistry registry) {
        ClientSettings settings = ClientSettings.defaults(USER_AGENT)
                .withCaBundle(configuration.caBundle().orElse(null))
                .withProxy(configuration
                        .proxy()
                        .map(proxy -> ProxySettings.parse(
                                proxy, configuration.noProxy().orElse(List.of())))
                        .orElse(null));
        return new HttpOpenRouterConnector(
                settings, clock, registry, () -> ThreadLocalRandom.current().nextDouble());
    }
}
