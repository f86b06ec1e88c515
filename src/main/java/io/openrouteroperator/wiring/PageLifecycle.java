package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.admission.certificate.CertificatePerHandshake;
import io.openrouteroperator.admission.certificate.MountedCertificate;
import io.openrouteroperator.admission.certificate.ServingCertificate;
import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.page.LiveReview;
import io.openrouteroperator.page.PageServer;
import io.openrouteroperator.page.ReviewHistoryStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the page's port where that is asked for, with the certificate that is mounted now. */
@Singleton
public class PageLifecycle {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final KubernetesClient client;
    private final LiveReview review;
    private final ReviewHistoryStore history;
    private final OperatorConfiguration.Page configuration;
    private final AuditLog audit;
    private final Clock clock;
    private final List<AutoCloseable> open = new ArrayList<>();

    PageLifecycle(
            Vertx vertx,
            KubernetesClient client,
            LiveReview review,
            ReviewHistoryStore history,
            OperatorConfiguration configuration,
            AuditLog audit,
            Clock clock) {
        this.vertx = vertx;
        this.client = client;
        this.review = review;
        this.history = history;
        this.configuration = configuration.page();
        this.audit = audit;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        if (configuration.enabled()) {
            KeyCertOptions certificate =
                    configuration.certificateDirectory().map(this::mounted).orElse(null);
            serve(certificate);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private void serve(@Nullable KeyCertOptions certificate) {
        PageServer server =
                PageServer.create(vertx, client, review, history, configuration.port(), certificate, audit, clock);
        open.add(server);
        var _ = server.start();
    }

    private KeyCertOptions mounted(Path directory) {
        ServingCertificate serving = WebhookKeyStore.throwAway(clock);
        MountedCertificate certificate = new MountedCertificate(directory, serving);
        BackgroundLoop loop = new BackgroundLoop("page-certificate", certificate::keep, PERIOD, PERIOD);
        open.add(loop);
        loop.start();
        return KeyCertOptions.wrap(new CertificatePerHandshake(serving));
    }
}
