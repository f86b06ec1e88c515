package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertificateKeeper;
import io.openrouteroperator.admission.certificate.CertificateLoop;
import io.openrouteroperator.admission.certificate.CertificateSchedule;
import io.openrouteroperator.admission.certificate.MountedCertificate;
import io.openrouteroperator.admission.certificate.SecretCertificateStore;
import io.openrouteroperator.admission.certificate.ServingCertificate;
import io.openrouteroperator.admission.certificate.WebhookConfigurationBundle;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides where the certificate comes from, and how the port learns of a new one. */
@Dependent
public class CertificateWiring {
    private static final long PERIOD_SECONDS = 60;
    private static final long MOUNTED_PERIOD_SECONDS = 10;

    /** Besides the Service's names: what a process outside of the cluster is called by. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    @Produces
    @Singleton
    CertificateLoop loop(
            KubernetesClient client,
            OperatorConfiguration configuration,
            ServingCertificate serving,
            Clock clock,
            TlsReload reload) {
        serving.onChange(_ -> reload.run());
        Optional<Path> mounted = configuration.webhook().certificateDirectory();
        if (mounted.isPresent()) {
            return new CertificateLoop(new MountedCertificate(mounted.get(), serving)::keep, MOUNTED_PERIOD_SECONDS);
        }
        CertificateKeeper keeper = new CertificateKeeper(
                new SecretCertificateStore(
                        client,
                        configuration.namespace(),
                        configuration.webhook().certificateSecret()),
                new WebhookConfigurationBundle(client, configuration.webhook().configuration()),
                new CertificateSchedule(new CertificateIssuer()),
                serving,
                hosts(configuration),
                clock);
        return new CertificateLoop(keeper::keep, PERIOD_SECONDS);
    }

    /** Those of the webhook configuration are added when it is read. */
    private static Set<String> hosts(OperatorConfiguration configuration) {
        String service = configuration.webhook().service() + "." + configuration.namespace() + ".svc";
        Set<String> hosts = new HashSet<>(LOOPBACK);
        hosts.add(service);
        hosts.add(service + ".cluster.local");
        return hosts;
    }

    /** Makes the TLS registry ask {@link WebhookKeyStore} again and tells the HTTP server. */
    @Singleton
    static class TlsReload implements Runnable {
        private final TlsConfigurationRegistry registry;
        private final Event<CertificateUpdatedEvent> updated;

        TlsReload(TlsConfigurationRegistry registry, Event<CertificateUpdatedEvent> updated) {
            this.registry = registry;
            this.updated = updated;
        }

        @Override
        public void run() {
            TlsConfiguration configuration =
                    registry.get(WebhookKeyStore.TLS_NAME).orElseThrow();
            if (!configuration.reload()) {
                throw new IllegalStateException("the TLS port did not take the new certificate");
            }
            updated.fire(new CertificateUpdatedEvent(WebhookKeyStore.TLS_NAME, configuration));
        }
    }
}
