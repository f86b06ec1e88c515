package io.openrouteroperator.audit.acceptance;

import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.openrouter.TestAuthority;
import io.openrouteroperator.openrouter.http.TrustStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManager;
import org.bouncycastle.operator.OperatorCreationException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3-compatible store on this machine, with a certificate of a company's authority. It keeps what it has while it is down. */
final class ObjectServer implements AutoCloseable {
    static final String REGION = "eu-central-1";
    static final String ACCESS_KEY = "auditor";
    static final String SECRET_KEY = "what the auditor alone knows";

    private final Launch launch;
    private final int port = FreePorts.next();
    private final List<TrustManager> trust;
    private final S3Client client;
    private SupervisedProcess process;

    ObjectServer(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        Path objects = Files.createDirectories(folder.resolve("objects"));
        Path versions = Files.createDirectories(folder.resolve("versions"));
        Path metadata = Files.createDirectories(folder.resolve("metadata"));
        Path certificate = folder.resolve("tls.crt");
        Path key = folder.resolve("tls.key");
        TestAuthority authority = new TestAuthority("company");
        authority.writeServer(certificate, key);
        trust = List.of(TrustStore.managers(Files.writeString(folder.resolve("ca.crt"), authority.pem())));
        // Not every file system that tests run on keeps extended attributes, so its metadata is in files.
        List<String> command = List.of(
                Servers.path("versitygw"),
                "--port=127.0.0.1:" + port,
                "--region=" + REGION,
                "--cert=" + certificate,
                "--key=" + key,
                "posix",
                "--versioning-dir=" + versions,
                "--sidecar=" + metadata,
                objects.toString());
        this.launch = Launch.of("versitygw", folder, command)
                .withEnvironment(Map.of("ROOT_ACCESS_KEY_ID", ACCESS_KEY, "ROOT_SECRET_ACCESS_KEY", SECRET_KEY));
        this.process = Servers.start(launch, port);
        this.client = S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.of(REGION))
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .tlsTrustManagersProvider(() -> trust.toArray(TrustManager[]::new)))
                .build();
    }

    URI endpoint() {
        return URI.create("https://localhost:" + port);
    }

    /** Whom to trust, to trust this server. */
    List<TrustManager> trust() {
        return trust;
    }

    S3Client client() {
        return client;
    }

    /** Ends without a word, as a crash does. */
    void kill() {
        process.kill();
    }

    void restart() {
        process = Servers.start(launch, port);
    }

    void createBucket(String name, boolean locked) {
        var _ = client.createBucket(request -> request.bucket(name).objectLockEnabledForBucket(locked));
    }

    /** Names of the objects, sorted. */
    List<String> names(String bucket) {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }

    /** Every version of every object. */
    List<ObjectVersion> versions(String bucket) {
        return client.listObjectVersions(request -> request.bucket(bucket)).versions().stream()
                .sorted(Comparator.comparing(ObjectVersion::key))
                .toList();
    }

    String content(String bucket, String name) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(name))
                .asString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
