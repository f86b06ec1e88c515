package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.audit.Shipper;
import io.openrouteroperator.audit.objectstore.StoreSettings.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** What a real store has of the log nobody can take away before its time; a store that could not promise that gets nothing. */
class RetentionAcceptance {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String UNLOCKED = "unlocked";

    @TempDir
    private Path work;

    private AuditStore store;
    private ShippedLog log;

    @BeforeEach
    void serve() throws Exception {
        store = new AuditStore(work.resolve("store"));
        log = new ShippedLog(work, store::destination);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void objectsCanBeNeitherDeletedNorOverwritten(Mode mode) throws IOException {
        // Given
        log.write(log.writer().events(3).checkpoint());
        log.start(store.destination(AuditStore.BUCKET, mode)).close();
        ObjectVersion kept = only(store.versions());
        String content = store.server().content(AuditStore.BUCKET, kept.key());

        // Then
        assertThat(kept.key()).isEqualTo("production/operator-0.1/000000000001.jsonl");
        ObjectLockRetention retention = store.server()
                .client()
                .getObjectRetention(request ->
                        request.bucket(AuditStore.BUCKET).key(kept.key()).versionId(kept.versionId()))
                .retention();
        assertThat(retention.mode()).isEqualTo(ObjectLockRetentionMode.fromValue(mode.name()));
        assertThat(retention.retainUntilDate())
                .isCloseTo(Instant.now().plus(AuditStore.RETENTION), within(5, ChronoUnit.MINUTES));
        assertThatThrownBy(() -> store.server()
                        .client()
                        .deleteObject(request -> request.bucket(AuditStore.BUCKET)
                                .key(kept.key())
                                .versionId(kept.versionId())
                                .bypassGovernanceRetention(mode == Mode.COMPLIANCE)))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("Access Denied");

        // When
        var _ = store.server()
                .client()
                .putObject(
                        request -> request.bucket(AuditStore.BUCKET).key(kept.key()),
                        RequestBody.fromString("nothing happened"));
        var _ = store.server()
                .client()
                .deleteObject(request -> request.bucket(AuditStore.BUCKET).key(kept.key()));

        // Then
        assertThat(store.server()
                        .client()
                        .getObjectAsBytes(request -> request.bucket(AuditStore.BUCKET)
                                .key(kept.key())
                                .versionId(kept.versionId()))
                        .asString(StandardCharsets.UTF_8))
                .isEqualTo(content);
    }

    @Test
    void aBucketWithoutLockGetsNothing() throws IOException {
        store.server().createBucket(UNLOCKED, false);
        log.write(log.writer().events(3).checkpoint());
        Shipper shipper = log.start(store.destination(UNLOCKED, Mode.COMPLIANCE));
        await().atMost(PATIENCE).until(() -> log.waiting() > 0);
        shipper.close();

        assertThat(store.server().names(UNLOCKED)).isEmpty();
        assertThat(store.obstacle(UNLOCKED, ObjectServer.REGION))
                .contains("bucket unlocked has no object lock")
                .contains("auditLog.s3.bucket");
    }

    private static ObjectVersion only(List<ObjectVersion> versions) {
        assertThat(versions).hasSize(1);
        return versions.getFirst();
    }
}
