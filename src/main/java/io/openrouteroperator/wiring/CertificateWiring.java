package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertificateKeeper;
import io.openrouteroperator.admission.certificate.CertificateMeters;
import io.openrouteroperator.admission.certificate.CertificateSchedule;
import io.openrouteroperator.admission.certificate.MountedCertificate;
import io.openrouteroperator.admission.certificate.SecretCertificateStore;
import io.openrouteroperator.admission.certificate.ServingCertificate;
import io.openrouteroperator.admission.certificate.WebhookConfigurationBundle;
import io.openrouteroperator.background.BackgroundLoop;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides where the certificate comes from. */
@Dependent
public class CertificateWiring {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration MOUNTED_PERIOD = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Besides the Service's names: what a process outside of the cluster is called by. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    @Produces
    @Singleton
    BackgroundLoop certificates(
            KubernetesClient client,
            OperatorConfiguration configuration,
            ServingCertificate serving,
            MeterRegistry registry,
            Clock clock) {
        CertificateMeters meters = new CertificateMeters(registry);
        Optional<Path> mounted = configuration.webhook().certificateDirectory();
        if (mounted.isPresent()) {
            MountedCertificate certificate = new MountedCertificate(mounted.get(), serving);
            return loop(() -> meters.presented(certificate.keep()), MOUNTED_PERIOD);
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
        return loop(() -> meters.presented(keeper.keep()), PERIOD);
    }

    private static BackgroundLoop loop(Runnable pass, Duration period) {
        return new BackgroundLoop("webhook-certificate", pass, period, RETRY);
    }

    /** Those of the webhook configuration are added when it is read. */
    private static Set<String> hosts(OperatorConfiguration configuration) {
        String service = configuration.webhook().service() + "." + configuration.namespace() + ".svc";
        Set<String> hosts = new HashSet<>(LOOPBACK);
        hosts.add(service);
        hosts.add(service + ".cluster.local");
        return hosts;
    }
}
