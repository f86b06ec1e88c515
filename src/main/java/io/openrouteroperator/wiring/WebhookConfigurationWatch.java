package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.openrouteroperator.background.BackgroundLoop;
import jakarta.inject.Singleton;

/** Watches the one webhook configuration that is ours, so that a caBundle overwritten by a deployment tool is put back at once. */
@Singleton
public class WebhookConfigurationWatch implements AutoCloseable {
    private final SharedIndexInformer<ValidatingWebhookConfiguration> informer;

    WebhookConfigurationWatch(KubernetesClient client, OperatorConfiguration configuration, BackgroundLoop loop) {
        informer = client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName(configuration.webhook().configuration())
                .runnableInformer(0);
        informer.addEventHandler(new Hurry(loop));
        informer.exceptionHandler((started, problem) -> true);
    }

    void start() {
        var _ = informer.start();
    }

    @Override
    public void close() {
        informer.stop();
    }

    private record Hurry(BackgroundLoop loop) implements ResourceEventHandler<ValidatingWebhookConfiguration> {
        @Override
        public void onAdd(ValidatingWebhookConfiguration added) {
            loop.hurry();
        }

        @Override
        public void onUpdate(ValidatingWebhookConfiguration before, ValidatingWebhookConfiguration after) {
            loop.hurry();
        }

        @Override
        public void onDelete(ValidatingWebhookConfiguration deleted, boolean finalStateUnknown) {
            // There is nothing to put back into a configuration that was uninstalled.
        }
    }
}
