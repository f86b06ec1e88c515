package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.admission.configuration.ConfigurationGuard;
import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.event.EventRecorder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Watches the one webhook configuration that is ours, so that a caBundle overwritten by a deployment tool is put back at once, and other
 * edits are noticed.
 */
@Singleton
public class WebhookConfigurationWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final SharedIndexInformer<ValidatingWebhookConfiguration> informer;
    private final Optional<BackgroundLoop> guard;

    WebhookConfigurationWatch(
            KubernetesClient client,
            OperatorConfiguration configuration,
            BackgroundLoop certificates,
            EventRecorder events,
            MeterRegistry registry,
            Clock clock) {
        String name = configuration.webhook().configuration();
        guard = configuration
                .webhook()
                .installed()
                .map(file -> new ConfigurationGuard(client, name, file, events, registry, clock))
                .map(each -> new BackgroundLoop("webhook-configuration", each::look, PERIOD, RETRY));
        informer = client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(name)
                .runnableInformer(0);
        informer.addEventHandler(new Hurry(
                Stream.concat(Stream.of(certificates), guard.stream()).toList(),
                guard.stream().toList()));
        informer.exceptionHandler((started, problem) -> true);
    }

    void start() {
        guard.ifPresent(BackgroundLoop::start);
        var _ = informer.start();
    }

    @Override
    public void close() {
        informer.stop();
        guard.ifPresent(BackgroundLoop::close);
    }

    /** There is no caBundle to put back into a configuration that was deleted. */
    private record Hurry(List<BackgroundLoop> changed, List<BackgroundLoop> gone)
            implements ResourceEventHandler<ValidatingWebhookConfiguration> {
        @Override
        public void onAdd(ValidatingWebhookConfiguration added) {
            changed.forEach(BackgroundLoop::hurry);
        }

        @Override
        public void onUpdate(ValidatingWebhookConfiguration before, ValidatingWebhookConfiguration after) {
            changed.forEach(BackgroundLoop::hurry);
        }

        @Override
        public void onDelete(ValidatingWebhookConfiguration deleted, boolean finalStateUnknown) {
            gone.forEach(BackgroundLoop::hurry);
        }
    }
}
