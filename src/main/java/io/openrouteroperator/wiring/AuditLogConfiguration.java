package io.openrouteroperator.wiring;

import io.openrouteroperator.audit.objectstore.StoreSettings;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the audit log goes. */
public interface AuditLogConfiguration {
    /** Whether it goes to standard output, beside the operator's own log. */
    @WithDefault("true")
    boolean standardOutput();

    /** A folder for files of it; none when absent. */
    Optional<Path> folder();

    /** What all files of one pod may take; of a full log the oldest go. */
    @WithDefault("64M")
    MemorySize folderSize();

    /** A collector that takes it by OTLP over HTTP, such as http://collector:4318; the files are its buffer. */
    Optional<URI> otlpEndpoint();

    /** The Authorization header for the collector. */
    Optional<String> otlpAuthorization();

    /** An S3-compatible object store; there is none without a bucket. The files are its buffer. */
    S3 s3();

    /** How long an entry waits for its signature at most. */
    @WithDefault("1m")
    Duration checkpointInterval();

    /** Name of the Secret that the operator keeps its signing key in. */
    @WithDefault("openrouter-operator-audit-signing")
    String signingSecret();

    /** Name of the ConfigMap with the public key and the latest checkpoints. */
    @WithDefault("openrouter-operator-audit-keys")
    String configMap();

    /** Which object store, and how long it keeps the log; credentials are the environment's. */
    interface S3 {
        /** Such as https://minio.example.com; Amazon's own when absent. */
        Optional<URI> endpoint();

        /** Its region; for most stores that are not Amazon's any word does. */
        @WithDefault("us-east-1")
        String region();

        /** A bucket that was made with object lock. */
        Optional<String> bucket();

        /** What names of objects begin with. */
        Optional<String> prefix();

        /** Who may end a retention early: nobody, or whoever has the right to. */
        @WithDefault("COMPLIANCE")
        StoreSettings.Mode mode();

        /** How long an object can be neither deleted nor changed. */
        @WithDefault("2557d")
        Duration retention();

        /** Whether the bucket is named in the path, not in the host. */
        @WithDefault("false")
        boolean pathStyle();
    }
}
