package io.openrouteroperator.wiring;

import io.openrouteroperator.admission.certificate.ServingCertificate;
import io.openrouteroperator.governance.GovernanceWatch;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: the port listens, its certificate is one that the API server trusts, and every cache was filled. */
@Readiness
@Singleton
public class WebhookReadiness implements HealthCheck {
    private final GovernanceWatch watch;
    private final ServingCertificate serving;
    private final AtomicBoolean listening = new AtomicBoolean();

    WebhookReadiness(GovernanceWatch watch, ServingCertificate serving) {
        this.watch = watch;
        this.serving = serving;
    }

    void started(@ObservesAsync HttpsServerStart start) {
        listening.set(true);
    }

    @Override
    public HealthCheckResponse call() {
        boolean synced = watch.isSynced();
        boolean real = serving.isReal();
        return HealthCheckResponse.named("webhook")
                .status(listening.get() && synced && real)
                .withData("listening", listening.get())
                .withData("cachesFilled", synced)
                .withData("certificateInstalled", real)
                .build();
    }
}
