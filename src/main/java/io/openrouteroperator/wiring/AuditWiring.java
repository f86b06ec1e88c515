package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.audit.AuditMeters;
import io.openrouteroperator.audit.ClusterNotary;
import io.openrouteroperator.audit.Destination;
import io.openrouteroperator.audit.LineSink;
import io.openrouteroperator.audit.LogFile;
import io.openrouteroperator.audit.OtlpExporter;
import io.openrouteroperator.audit.QueuedAuditLog;
import io.openrouteroperator.audit.ShippedFile;
import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.audit.StandardOutput;
import io.openrouteroperator.audit.objectstore.ObjectStore;
import io.openrouteroperator.audit.objectstore.StoreSettings;
import io.openrouteroperator.openrouter.http.TrustStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
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
        AuditLogConfiguration settings = configuration.auditLog();
        AuditMeters meters = new AuditMeters(registry, clock);
        String writer = QueuedAuditLog.writer(configuration.podName(), clock.instant());
        return new QueuedAuditLog(
                writer,
                sinks(configuration, writer, meters, clock),
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

    private static List<LineSink> sinks(
            OperatorConfiguration configuration, String writer, AuditMeters meters, Clock clock) {
        AuditLogConfiguration settings = configuration.auditLog();
        List<LineSink> sinks = new ArrayList<>();
        if (settings.standardOutput()) {
            sinks.add(new StandardOutput());
        }
        settings.folder().ifPresent(folder -> sinks.add(files(folder, configuration, writer, meters, clock)));
        if (settings.folder().isEmpty() && settings.otlpEndpoint().isPresent()) {
            throw noBuffer("otlp-endpoint");
        }
        if (settings.folder().isEmpty() && settings.s3().bucket().isPresent()) {
            throw noBuffer("s3.bucket");
        }
        return sinks;
    }

    private static IllegalArgumentException noBuffer(String setting) {
        return new IllegalArgumentException("openrouter.operator.audit-log." + setting
                + " needs openrouter.operator.audit-log.folder, where lines wait to be brought there");
    }

    private static LineSink files(
            Path folder, OperatorConfiguration configuration, String writer, AuditMeters meters, Clock clock) {
        AuditLogConfiguration settings = configuration.auditLog();
        String pod = configuration.podName();
        LogFile file = new LogFile(folder, pod, settings.folderSize().asLongValue());
        List<Destination> destinations = new ArrayList<>();
        settings.otlpEndpoint().ifPresent(endpoint -> destinations.add(collector(endpoint, configuration)));
        settings.s3().bucket().ifPresent(bucket -> destinations.add(objectStore(bucket, configuration, clock)));
        return destinations.isEmpty()
                ? file
                : new ShippedFile(
                        file,
                        destinations.stream()
                                .map(destination -> new Shipper(folder, pod, writer, destination, meters))
                                .toList());
    }

    private static Destination collector(URI endpoint, OperatorConfiguration configuration) {
        return new OtlpExporter(
                endpoint,
                configuration.auditLog().otlpAuthorization().orElse(null),
                configuration.caBundle().map(TrustStore::context).orElse(null));
    }

    private static Destination objectStore(String bucket, OperatorConfiguration configuration, Clock clock) {
        AuditLogConfiguration.S3 s3 = configuration.auditLog().s3();
        StoreSettings settings = new StoreSettings(
                s3.endpoint().orElse(null),
                s3.region(),
                bucket,
                s3.prefix().orElse(""),
                s3.mode(),
                s3.retention(),
                s3.pathStyle(),
                configuration.caBundle().map(TrustStore::managers).map(List::of).orElse(List.of()));
        return new ObjectStore(settings, clock);
    }
}
