package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.audit.AuditMeters;
import io.openrouteroperator.audit.LogFile;
import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.audit.objectstore.ObjectStore;
import io.openrouteroperator.audit.objectstore.StoreSettings;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A real S3-compatible store gets the log, keeps it, and what it has can be proven. */
class ObjectStoreAcceptance {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofDays(2557);
    private static final String POD = "operator-0";
    private static final String BUCKET = "audit";
    private static final String UNLOCKED = "unlocked";
    private static final int MOST_BYTES = 1024 * 1024;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AuditMeters meters = new AuditMeters(registry, Clock.systemUTC());
    private final SampleLog log = new SampleLog("operator-0.1").start();
    private final List<String> written = new ArrayList<>();
    private ObjectServer server;

    @TempDir
    private Path work;

    private Path folder;

    @BeforeEach
    void serve() throws IOException {
        server = new ObjectServer(work.resolve("store"));
        server.createBucket(BUCKET, true);
        folder = Files.createDirectory(work.resolve("log"));
        credentials(ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY);
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        server.close();
    }

    @Test
    void objectsCanBeNeitherDeletedNorOverwritten() throws IOException {
        // Given
        write(log.events(3).checkpoint());
        ship();
        ObjectVersion kept = only(server.versions(BUCKET));
        String content = server.content(BUCKET, kept.key());

        // Then
        assertThat(kept.key()).isEqualTo("production/operator-0.1/000000000001.jsonl");
        ObjectLockRetention retention = server.client()
                .getObjectRetention(
                        request -> request.bucket(BUCKET).key(kept.key()).versionId(kept.versionId()))
                .retention();
        assertThat(retention.mode()).isEqualTo(ObjectLockRetentionMode.COMPLIANCE);
        assertThat(retention.retainUntilDate()).isCloseTo(Instant.now().plus(RETENTION), within(5, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> server.client()
                        .deleteObject(request -> request.bucket(BUCKET)
                                .key(kept.key())
                                .versionId(kept.versionId())
                                .bypassGovernanceRetention(true)))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("Access Denied");

        // When
        var _ = server.client()
                .putObject(
                        request -> request.bucket(BUCKET).key(kept.key()), RequestBody.fromString("nothing happened"));
        var _ = server.client().deleteObject(request -> request.bucket(BUCKET).key(kept.key()));

        // Then
        assertThat(server.client()
                        .getObjectAsBytes(request ->
                                request.bucket(BUCKET).key(kept.key()).versionId(kept.versionId()))
                        .asString(StandardCharsets.UTF_8))
                .isEqualTo(content);
    }

    @Test
    void whatWasDownloadedIsProvenWhole() throws IOException {
        write(log.events(3).checkpoint().events(1500).checkpoint());
        ship();
        write(log.events(2).end());
        SampleLog next = new SampleLog("operator-0.2", log).start(log);
        write(next.events(1).end());
        ship();

        assertThat(server.names(BUCKET)).hasSizeGreaterThan(3);
        assertThat(downloaded()).isEqualTo(written);
        assertThat(verify(downloaded())).startsWith("whole (entries: %d, writers: 2".formatted(written.size()));
        assertThat(verify(downloaded())).doesNotContain("not proven");
        List<String> tampered = new ArrayList<>(downloaded());
        tampered.remove(7);
        assertThat(verify(tampered)).doesNotStartWith("whole");
        assertThat(lost()).isZero();
    }

    @Test
    void linesThatNoCheckpointProvesYetWaitForIt() throws IOException {
        write(log.events(3));
        ship();
        assertThat(server.names(BUCKET)).isEmpty();

        write(log.checkpoint());
        ship();
        assertThat(downloaded()).isEqualTo(written);
    }

    @Test
    void anOutageLosesAndRepeatsNothing() throws IOException {
        write(log.events(3).checkpoint());
        ship();
        // When
        Shipper shipper = start();
        server.kill();
        write(log.events(3).checkpoint());
        await().atMost(PATIENCE).until(() -> waiting() > 0);
        write(log.events(3).checkpoint());
        server.restart();

        // Then
        await().atMost(PATIENCE).until(() -> server.names(BUCKET).size() == 3);
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        shipper.close();
        assertThat(server.versions(BUCKET)).hasSize(3);
        assertThat(downloaded()).isEqualTo(written);
        assertThat(verify(downloaded())).startsWith("whole");
        assertThat(lost()).isZero();
    }

    @Test
    void aCrashBetweenTheObjectAndItsBookmarkPutsTheSameObjectAgain() throws IOException {
        Path bookmark = folder.resolve(POD + ".shipped-s3");
        Path earlier = work.resolve("bookmark");
        write(log.events(3).checkpoint());
        ship();
        Files.copy(bookmark, earlier);
        write(log.events(4).checkpoint());
        ship();
        Files.copy(earlier, bookmark, StandardCopyOption.REPLACE_EXISTING);

        write(log.events(1).checkpoint());
        ship();

        assertThat(server.names(BUCKET)).hasSize(3);
        assertThat(downloaded()).isEqualTo(written);
        assertThat(verify(downloaded())).startsWith("whole");
    }

    @Test
    void linesThatHadToMakeRoomAreCounted() throws IOException {
        write(log.events(3).checkpoint());
        ship();
        write(log.events(1000).checkpoint(), 64 * 1024);
        ship();

        assertThat(lost()).isEqualTo(written.size() - downloaded().size()).isPositive();
        assertThat(downloaded().getLast()).isEqualTo(written.getLast());
    }

    @Test
    void aBucketWithoutLockGetsNothing() throws IOException {
        server.createBucket(UNLOCKED, false);
        write(log.events(3).checkpoint());
        Shipper shipper = start(settings(UNLOCKED, ObjectServer.REGION));
        await().atMost(PATIENCE).until(() -> waiting() > 0);
        shipper.close();

        assertThat(server.names(UNLOCKED)).isEmpty();
        assertThat(obstacle(settings(UNLOCKED, ObjectServer.REGION)))
                .contains("bucket unlocked has no object lock")
                .contains("auditLog.s3.bucket");
    }

    @Test
    void whatIsConfiguredWronglyIsNamed() {
        assertThat(obstacle(settings("nowhere", ObjectServer.REGION)))
                .contains("there is no bucket nowhere")
                .contains("auditLog.s3.bucket");
        assertThat(obstacle(settings(BUCKET, "us-west-2"))).contains("auditLog.s3.region");
        credentials(ObjectServer.ACCESS_KEY, "another");
        assertThat(obstacle(settings(BUCKET, ObjectServer.REGION)))
                .contains("auditLog.s3.credentialsSecret")
                .doesNotContain("another");
        credentials(ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY);
        server.kill();
        assertThat(obstacle(settings(BUCKET, ObjectServer.REGION)))
                .contains(server.endpoint() + " cannot be reached")
                .contains("auditLog.s3.endpoint");
    }

    private static void credentials(String accessKey, String secretKey) {
        System.setProperty("aws.accessKeyId", accessKey);
        System.setProperty("aws.secretAccessKey", secretKey);
    }

    private StoreSettings settings(String bucket, String region) {
        return new StoreSettings(
                server.endpoint(),
                region,
                bucket,
                "production",
                StoreSettings.Mode.COMPLIANCE,
                RETENTION,
                true,
                List.of());
    }

    private static String obstacle(StoreSettings settings) {
        ObjectStore store = new ObjectStore(settings, Clock.systemUTC());
        try {
            return store.obstacle().orElse("");
        } finally {
            store.close();
        }
    }

    private void write(SampleLog from) throws IOException {
        write(from, MOST_BYTES);
    }

    private void write(SampleLog from, int mostBytes) throws IOException {
        LogFile file = new LogFile(folder, POD, mostBytes);
        List<String> lines = from.taken();
        for (String line : lines) {
            file.write(line);
        }
        file.close();
        written.addAll(lines);
    }

    private Shipper start() {
        return start(settings(BUCKET, ObjectServer.REGION));
    }

    private Shipper start(StoreSettings settings) {
        Shipper shipper = new Shipper(folder, POD, new ObjectStore(settings, Clock.systemUTC()), meters, PATIENCE);
        shipper.start();
        return shipper;
    }

    /** A process that ships what there is, and ends. */
    private void ship() {
        start().close();
    }

    private List<String> downloaded() {
        return server.names(BUCKET).stream()
                .flatMap(name -> server.content(BUCKET, name).lines())
                .toList();
    }

    /** What {@code audit verify} prints about these lines. */
    private String verify(List<String> lines) throws IOException {
        Path key = Files.writeString(work.resolve("key.pem"), log.publicKey());
        byte[] input = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        StringWriter out = new StringWriter();
        int code = OperatorCommand.commandLine(Clock.systemUTC(), new ByteArrayInputStream(input))
                .setOut(new PrintWriter(out))
                .execute("audit", "verify", "--public-key=" + key, "-");
        assertThat(out.toString().startsWith("whole")).isEqualTo(code == 0);
        return out.toString();
    }

    private double waiting() {
        return registry.get("openrouter.audit.sink.waiting")
                .tag("sink", "s3")
                .gauge()
                .value();
    }

    private double lost() {
        return registry.get("openrouter.audit.sink.lost")
                .tag("sink", "s3")
                .counter()
                .count();
    }

    private static ObjectVersion only(List<ObjectVersion> versions) {
        assertThat(versions).hasSize(1);
        return versions.getFirst();
    }
}
