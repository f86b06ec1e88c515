package io.openrouteroperator.wiring;

import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.governance.GovernanceWatch;
import io.openrouteroperator.governance.ManagementKeyLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts and stops what the webhook does in the background. */
@Singleton
public class AdmissionLifecycle {
    /** Before the reconcilers: a cluster whose webhook answers can wait for them, not the other way round. */
    private static final int FIRST = 10;

    private final GovernanceWatch watch;
    private final ManagementKeyLoop managementKeys;
    private final BackgroundLoop certificates;
    private final WebhookConfigurationWatch configuration;

    AdmissionLifecycle(
            GovernanceWatch watch,
            ManagementKeyLoop managementKeys,
            BackgroundLoop certificates,
            WebhookConfigurationWatch configuration) {
        this.watch = watch;
        this.managementKeys = managementKeys;
        this.certificates = certificates;
        this.configuration = configuration;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        watch.start();
        managementKeys.start();
        certificates.start();
        configuration.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        configuration.close();
        certificates.close();
        managementKeys.close();
        watch.close();
    }
}
