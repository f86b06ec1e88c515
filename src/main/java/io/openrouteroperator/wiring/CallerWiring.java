package io.openrouteroperator.wiring;

import io.openrouteroperator.admission.caller.AskForCertificate;
import io.openrouteroperator.admission.caller.Callers;
import io.openrouteroperator.admission.caller.CertifiedCallers;
import io.openrouteroperator.admission.caller.ClientAuthority;
import io.openrouteroperator.background.BackgroundLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether the webhook asks callers for a certificate; Quarkus' own setting for that is fixed when the program is built. */
@Singleton
public class CallerWiring implements HttpServerOptionsCustomizer {
    /** A mounted ConfigMap follows its original about a minute later; this adds little to it. */
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Callers callers;
    private final @Nullable BackgroundLoop authorities;

    CallerWiring(OperatorConfiguration configuration, Clock clock) {
        Optional<Path> file = configuration.webhook().clientAuthority();
        if (file.isEmpty()) {
            callers = Callers.ANYBODY;
            authorities = null;
            return;
        }
        ClientAuthority authority = new ClientAuthority(file.get());
        callers = new CertifiedCallers(
                authority, configuration.webhook().clientNames().orElse(List.of()), clock);
        authorities = new BackgroundLoop("webhook-client-authority", authority::refresh, PERIOD, PERIOD);
    }

    @Produces
    @Singleton
    Callers callers() {
        return callers;
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        if (authorities != null) {
            options.setClientAuth(ClientAuth.REQUEST).setTrustOptions(TrustOptions.wrap(new AskForCertificate()));
        }
    }

    void start(@Observes StartupEvent started) {
        if (authorities != null) {
            authorities.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (authorities != null) {
            authorities.close();
        }
    }
}
