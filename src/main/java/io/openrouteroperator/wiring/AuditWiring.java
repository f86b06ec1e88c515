package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.audit.AuditMeters;
import io.openrouteroperator.audit.ClusterNotary;
import io.openrouteroperator.audit.LineSink;
import io.openrouteroperator.audit.LogFile;
import io.openrouteroperator.audit.OtlpExporter;
import io.openrouteroperator.audit.OtlpShipper;
import io.openrouteroperator.audit.QueuedAuditLog;
import io.openrouteroperator.audit.ShippedFile;
import io.openrouteroperator.audit.StandardOutput;
import io.openrouteroperator.openrouter.http.TrustStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The audit log: begins before anybody decides anything, and ends when nobody does any more. */
@Dependent
class AuditWiring {
    private static final int FIRST = 1;
    private static final int LAST = 10_000;

    @Produces
    @Singleton
    QueuedAuditLog auditLog(
            KubernetesClient client, OperatorConfiguration configuration, MeterRegistry registry, Clock clock) {
        OperatorConfiguration.AuditLog settings = configuration.auditLog();
        AuditMeters meters = new AuditMeters(registry, clock);
        return new QueuedAuditLog(
                QueuedAuditLog.writer(configuration.podName(), clock.instant()),
                sinks(configuration, meters),
                new ClusterNotary(client, configuration.namespace(), settings.signingSecret(), settings.configMap()),
                meters,
                settings.checkpointInterval(),
                clock);
    }

    void start(@Observes @Priority(FIRST) StartupEvent started, QueuedAuditLog log) {
        log.start();
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent stopping, QueuedAuditLog log) {
        log.close();
    }

    private static List<LineSink> sinks(OperatorConfiguration configuration, AuditMeters meters) {
        OperatorConfiguration.AuditLog settings = configuration.auditLog();
        List<LineSink> sinks = new ArrayList<>();
        if (settings.standardOutput()) {
            sinks.add(new StandardOutput());
        }
        settings.folder().ifPresent(folder -> sinks.add(files(folder, configuration, meters)));
        if (settings.otlpEndpoint().isPresent() && settings.folder().isEmpty()) {
            throw new IllegalArgumentException("openrouter.operator.audit-log.otlp-endpoint needs"
                    + " openrouter.operator.audit-log.folder, where lines wait for the collector");
        }
        return sinks;
    }

    private static LineSink files(Path folder, OperatorConfiguration configuration, AuditMeters meters) {
        OperatorConfiguration.AuditLog settings = configuration.auditLog();
        String pod = configuration.podName();
        LogFile file = new LogFile(folder, pod, settings.folderSize().asLongValue());
        return settings.otlpEndpoint()
                .<LineSink>map(endpoint -> {
                    OtlpExporter exporter = new OtlpExporter(
                            endpoint,
                            settings.otlpAuthorization().orElse(null),
                            configuration.caBundle().map(TrustStore::context).orElse(null),
                            pod);
                    return new ShippedFile(file, new OtlpShipper(folder, pod, exporter, meters));
                })
                .orElse(file);
    }
}
