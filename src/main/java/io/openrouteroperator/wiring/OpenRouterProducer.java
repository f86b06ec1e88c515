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
                        .map(proxy -> proxy(proxy, configuration.noProxy().orElse(List.of())))
                        .orElse(null));
        return new HttpOpenRouterConnector(
                settings, clock, registry, () -> ThreadLocalRandom.current().nextDouble());
    }

    private static ProxySettings proxy(String hostAndPort, List<String> except) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "openrouter.operator.proxy: '" + hostAndPort + "' is not host:port, such as proxy.example:3128");
        }
        return new ProxySettings(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)), except);
    }
}
