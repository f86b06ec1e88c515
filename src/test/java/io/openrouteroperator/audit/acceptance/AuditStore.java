package io.openrouteroperator.audit.acceptance;

import io.openrouteroperator.audit.objectstore.ObjectStore;
import io.openrouteroperator.audit.objectstore.StoreSettings;
import io.openrouteroperator.audit.objectstore.StoreSettings.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.TrustManager;
import org.bouncycastle.operator.OperatorCreationException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** A real store with a locked bucket for the log, and this process' right to write to it. */
final class AuditStore implements AutoCloseable {
    static final String BUCKET = "audit";
    static final Duration RETENTION = Duration.ofDays(2557);

    private final ObjectServer server;

    AuditStore(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        server = new ObjectServer(folder);
        server.createBucket(BUCKET, true);
        signIn(ObjectServer.SECRET_KEY);
    }

    /** What holds the bucket. */
    ObjectServer server() {
        return server;
    }

    /** Takes credentials from now on, which may be wrong. */
    static void signIn(String secretKey) {
        System.setProperty("aws.accessKeyId", ObjectServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", secretKey);
    }

    /** Has no credentials any more. */
    static void signOut() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    /** The log's bucket, for a process. */
    ObjectStore destination() {
        return destination(BUCKET, Mode.COMPLIANCE);
    }

    ObjectStore destination(String bucket, Mode mode) {
        return destination(bucket, ObjectServer.REGION, mode, server.trust());
    }

    private ObjectStore destination(String bucket, String region, Mode mode, List<TrustManager> trust) {
        return new ObjectStore(
                new StoreSettings(server.endpoint(), region, bucket, "production", mode, RETENTION, true, trust),
                Clock.systemUTC());
    }

    /** What a process says is in its way. */
    String obstacle(String bucket, String region) {
        return obstacle(bucket, region, server.trust());
    }

    /** What a process says that believes the system's authorities alone. */
    String obstacleOfStrangers() {
        return obstacle(BUCKET, ObjectServer.REGION, List.of());
    }

    private String obstacle(String bucket, String region, List<TrustManager> trust) {
        ObjectStore store = destination(bucket, region, Mode.COMPLIANCE, trust);
        try {
            return store.obstacle().orElse("");
        } finally {
            store.close();
        }
    }

    /** Names of the objects, sorted. */
    List<String> names() {
        return server.names(BUCKET);
    }

    /** Every version of every object. */
    List<ObjectVersion> versions() {
        return server.versions(BUCKET);
    }

    /** The lines of all objects, sorted by name. */
    List<String> downloaded() {
        return names().stream()
                .flatMap(name -> server.content(BUCKET, name).lines())
                .toList();
    }

    @Override
    public void close() {
        signOut();
        server.close();
    }
}
