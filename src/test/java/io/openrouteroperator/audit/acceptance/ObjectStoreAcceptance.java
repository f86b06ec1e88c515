package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.audit.objectstore.ObjectStore;
import io.openrouteroperator.audit.objectstore.StoreSettings;
import io.openrouteroperator.core.audit.chain.SampleLog;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A real S3-compatible store gets the log, keeps it, and what it has can be proven. */
class ObjectStoreAcceptance {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration RETENTION = Duration.ofDays(2557);
    private static final String BUCKET = "audit";
    private static final String UNLOCKED = "unlocked";

    private ObjectServer server;

    @TempDir
    private Path work;

    private ShippedLog log;

    @BeforeEach
    void serve() throws Exception {
        server = new ObjectServer(work.resolve("store"));
        server.createBucket(BUCKET, true);
        log = new ShippedLog(work, () -> store(BUCKET));
        credentials(ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY);
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        server.close();
    }

    @ParameterizedTest
    @EnumSource(StoreSettings.Mode.class)
    void objectsCanBeNeitherDeletedNorOverwritten(StoreSettings.Mode mode) throws IOException {
        // Given
        log.write(log.writer().events(3).checkpoint());
        log.start(store(BUCKET, mode)).close();
        ObjectVersion kept = only(server.versions(BUCKET));
        String content = server.content(BUCKET, kept.key());

        // Then
        assertThat(kept.key()).isEqualTo("production/operator-0.1/000000000001.jsonl");
        ObjectLockRetention retention = server.client()
                .getObjectRetention(
                        request -> request.bucket(BUCKET).key(kept.key()).versionId(kept.versionId()))
                .retention();
        assertThat(retention.mode()).isEqualTo(ObjectLockRetentionMode.fromValue(mode.name()));
        assertThat(retention.retainUntilDate()).isCloseTo(Instant.now().plus(RETENTION), within(5, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> server.client()
                        .deleteObject(request -> request.bucket(BUCKET)
                                .key(kept.key())
                                .versionId(kept.versionId())
                                .bypassGovernanceRetention(mode == StoreSettings.Mode.COMPLIANCE)))
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
        log.write(log.writer().events(3).checkpoint().events(1500).checkpoint());
        log.ship();
        log.write(log.writer().events(2).end());
        SampleLog next = new SampleLog("operator-0.2", log.writer()).start(log.writer());
        log.write(next.events(1).end());
        log.ship();

        assertThat(server.names(BUCKET)).hasSizeGreaterThan(3);
        assertThat(downloaded()).isEqualTo(log.written());
        assertThat(log.verify(downloaded()))
                .startsWith(
                        "whole (entries: %d, writers: 2".formatted(log.written().size()));
        assertThat(log.verify(downloaded())).doesNotContain("not proven");
        List<String> tampered = new ArrayList<>(downloaded());
        tampered.remove(7);
        assertThat(log.verify(tampered)).doesNotStartWith("whole");
        assertThat(log.lost()).isZero();
    }

    @Test
    void linesThatNoCheckpointProvesYetWaitForIt() throws IOException {
        log.write(log.writer().events(3));
        log.ship();
        assertThat(server.names(BUCKET)).isEmpty();

        log.write(log.writer().checkpoint());
        log.ship();
        assertThat(downloaded()).isEqualTo(log.written());
    }

    @Test
    void anOutageLosesAndRepeatsNothing() throws IOException {
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        // When
        Shipper shipper = log.start();
        server.kill();
        log.write(log.writer().events(3).checkpoint());
        await().atMost(PATIENCE).until(() -> log.waiting() > 0);
        log.write(log.writer().events(3).checkpoint());
        server.restart();

        // Then
        await().atMost(PATIENCE).until(() -> server.names(BUCKET).size() == 3);
        await().atMost(PATIENCE).until(() -> log.waiting() == 0);
        shipper.close();
        assertThat(server.versions(BUCKET)).hasSize(3);
        assertThat(downloaded()).isEqualTo(log.written());
        assertThat(log.verify(downloaded())).startsWith("whole");
        assertThat(log.lost()).isZero();
    }

    @Test
    void aCrashBetweenTheObjectAndItsBookmarkPutsTheSameObjectAgain() throws IOException {
        Path bookmark = log.bookmark("s3");
        Path earlier = work.resolve("bookmark");
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        Files.copy(bookmark, earlier);
        log.write(log.writer().events(4).checkpoint());
        log.ship();
        Files.copy(earlier, bookmark, StandardCopyOption.REPLACE_EXISTING);

        log.write(log.writer().events(1).checkpoint());
        log.ship();

        assertThat(server.names(BUCKET)).hasSize(3);
        assertThat(downloaded()).isEqualTo(log.written());
        assertThat(log.verify(downloaded())).startsWith("whole");
    }

    @Test
    void linesThatHadToMakeRoomAreCounted() throws IOException {
        log.write(log.writer().events(3).checkpoint());
        log.ship();
        log.write(log.writer().events(1000).checkpoint(), 64 * 1024);
        log.ship();

        assertThat(log.lost())
                .isEqualTo(log.written().size() - downloaded().size())
                .isPositive();
        assertThat(downloaded().getLast()).isEqualTo(log.written().getLast());
    }

    @Test
    void aBucketWithoutLockGetsNothing() throws IOException {
        server.createBucket(UNLOCKED, false);
        log.write(log.writer().events(3).checkpoint());
        Shipper shipper = log.start(store(UNLOCKED));
        await().atMost(PATIENCE).until(() -> log.waiting() > 0);
        shipper.close();

        assertThat(server.names(UNLOCKED)).isEmpty();
        assertThat(obstacle(UNLOCKED, ObjectServer.REGION))
                .contains("bucket unlocked has no object lock")
                .contains("auditLog.s3.bucket");
    }

    @Test
    void whatIsConfiguredWronglyIsNamed() {
        assertThat(obstacle("nowhere", ObjectServer.REGION))
                .contains("there is no bucket nowhere")
                .contains("auditLog.s3.bucket");
        assertThat(obstacle(BUCKET, "us-west-2")).contains("auditLog.s3.region");
        credentials(ObjectServer.ACCESS_KEY, "another");
        assertThat(obstacle(BUCKET, ObjectServer.REGION))
                .contains("auditLog.s3.credentialsSecret")
                .doesNotContain("another");
        credentials(ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY);
        server.kill();
        assertThat(obstacle(BUCKET, ObjectServer.REGION))
                .contains(server.endpoint() + " cannot be reached")
                .contains("auditLog.s3.endpoint");
    }

    @Test
    void theServiceAccountsIdentityIsEnough() throws IOException {
        Path token = Files.writeString(work.resolve("token"), "of-the-service-account");
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        try (TokenService tokens = new TokenService("of-the-service-account")) {
            System.setProperty("aws.roleArn", "arn:aws:iam::123456789012:role/auditor");
            System.setProperty("aws.webIdentityTokenFile", token.toString());
            System.setProperty("aws.endpointUrlSts", tokens.address());
            System.setProperty("aws.region", ObjectServer.REGION);

            log.write(log.writer().events(3).checkpoint());
            log.ship();

            assertThat(downloaded()).isEqualTo(log.written());
        } finally {
            List.of("aws.roleArn", "aws.webIdentityTokenFile", "aws.endpointUrlSts", "aws.region")
                    .forEach(System::clearProperty);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNamed() {
        StoreSettings distrusting = new StoreSettings(
                server.endpoint(),
                ObjectServer.REGION,
                BUCKET,
                "",
                StoreSettings.Mode.COMPLIANCE,
                RETENTION,
                true,
                List.of());
        ObjectStore store = new ObjectStore(distrusting, Clock.systemUTC());

        assertThat(store.obstacle().orElse("")).contains("is not trusted").contains("openRouter.caBundle");
        store.close();
    }

    private static void credentials(String accessKey, String secretKey) {
        System.setProperty("aws.accessKeyId", accessKey);
        System.setProperty("aws.secretAccessKey", secretKey);
    }

    private StoreSettings settings(String bucket, String region, StoreSettings.Mode mode) {
        return new StoreSettings(
                server.endpoint(), region, bucket, "production", mode, RETENTION, true, server.trust());
    }

    private String obstacle(String bucket, String region) {
        ObjectStore store = new ObjectStore(settings(bucket, region, StoreSettings.Mode.COMPLIANCE), Clock.systemUTC());
        try {
            return store.obstacle().orElse("");
        } finally {
            store.close();
        }
    }

    private ObjectStore store(String bucket) {
        return store(bucket, StoreSettings.Mode.COMPLIANCE);
    }

    private ObjectStore store(String bucket, StoreSettings.Mode mode) {
        return new ObjectStore(settings(bucket, ObjectServer.REGION, mode), Clock.systemUTC());
    }

    private List<String> downloaded() {
        return server.names(BUCKET).stream()
                .flatMap(name -> server.content(BUCKET, name).lines())
                .toList();
    }

    private static ObjectVersion only(List<ObjectVersion> versions) {
        assertThat(versions).hasSize(1);
        return versions.getFirst();
    }
}
