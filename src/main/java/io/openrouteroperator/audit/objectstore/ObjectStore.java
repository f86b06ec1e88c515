package io.openrouteroperator.audit.objectstore;

import io.openrouteroperator.audit.Destination;
import io.openrouteroperator.audit.Outcome;
import io.openrouteroperator.audit.Portion;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** An S3-compatible bucket with object lock: lines become objects that stay for their retention. */
public final class ObjectStore implements Destination {
    /** A store far away needs a moment for a connection. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(4);

    private final StoreSettings settings;
    private final StoreTrouble trouble;
    private final Portion portion = new ProvenPortion();
    private final Clock clock;
    /** Made by whoever ships: nobody waits at the start until a client of this size is loaded. */
    private @Nullable StoreClient client;

    /**
     * A store, which is not asked for anything yet.
     *
     * @param clock tells when a retention begins
     */
    public ObjectStore(StoreSettings settings, Clock clock) {
        this.settings = settings;
        this.trouble = new StoreTrouble(settings);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Portion portion() {
        return portion;
    }

    @Override
    public Duration lastWords() {
        return LAST_WORDS;
    }

    /** A store that has no object lock may take objects with a retention, and forget about it. */
    @Override
    public Optional<String> obstacle() {
        try {
            var _ = client().credentials().resolveCredentials();
        } catch (SdkException none) {
            return Optional.of(trouble.noCredentials());
        }
        try {
            ObjectLockConfiguration lock = client().s3()
                    .getObjectLockConfiguration(request -> request.bucket(settings.bucket()))
                    .objectLockConfiguration();
            return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED
                    ? Optional.empty()
                    : Optional.of(trouble.noLock());
        } catch (SdkException e) {
            return Optional.of(trouble.of("s3:GetBucketObjectLockConfiguration", e));
        }
    }

    @Override
    public Outcome take(String pod, List<String> lines) throws InterruptedException {
        Optional<ChainLine> first = ChainLine.parse(lines.getFirst());
        if (first.isEmpty()) {
            return new Outcome.Refused("they were damaged in their file");
        }
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            var _ = client().s3().putObject(put(first.get()), RequestBody.fromBytes(content));
            return new Outcome.Taken(0);
        } catch (SdkException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("a put was interrupted");
            }
            return new Outcome.Later(trouble.of("s3:PutObject and s3:PutObjectRetention", e));
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }

    private StoreClient client() {
        if (client == null) {
            client = StoreClient.of(settings);
        }
        return client;
    }

    private PutObjectRequest put(ChainLine first) {
        return PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key(first))
                .contentType("application/x-ndjson")
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .objectLockMode(ObjectLockMode.fromValue(settings.mode().name()))
                .objectLockRetainUntilDate(clock.instant().plus(settings.retention()))
                .build();
    }

    /** Names sort by writer, and as it wrote. */
    private String key(ChainLine first) {
        String folder = settings.prefix().isEmpty() ? "" : settings.prefix() + "/";
        return "%s%s/%012d.jsonl".formatted(folder, first.writer(), first.sequence());
    }
}
