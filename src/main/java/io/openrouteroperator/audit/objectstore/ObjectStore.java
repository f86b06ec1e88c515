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
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
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
    private final AwsCredentialsProvider credentials;
    private final S3Client client;
    private final StoreTrouble trouble;
    private final Portion portion = new ProvenPortion();
    private final Clock clock;

    /**
     * A store, which is not asked for anything yet. Credentials are those that the environment has, as with Amazon's own tools: variables,
     * the service account's identity, or the node's.
     *
     * @param clock tells when a retention begins
     */
    public ObjectStore(StoreSettings settings, Clock clock) {
        this(settings, StoreClient.credentials(), clock);
    }

    ObjectStore(StoreSettings settings, AwsCredentialsProvider credentials, Clock clock) {
        this.settings = settings;
        this.credentials = credentials;
        this.client = StoreClient.of(settings, credentials);
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
            var _ = credentials.resolveCredentials();
        } catch (SdkException none) {
            return Optional.of(trouble.noCredentials());
        }
        try {
            ObjectLockConfiguration lock = client.getObjectLockConfiguration(
                            request -> request.bucket(settings.bucket()))
                    .objectLockConfiguration();
            return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED
                    ? Optional.empty()
                    : Optional.of(trouble.noLock());
        } catch (SdkException e) {
            return Optional.of(trouble.of("s3:GetBucketObjectLockConfiguration", e));
        }
    }

    @Override
    public Outcome take(List<String> lines) throws InterruptedException {
        Optional<ChainLine> first = ChainLine.parse(lines.getFirst());
        if (first.isEmpty()) {
            return new Outcome.Refused("they were damaged in their file");
        }
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        try {
            var _ = client.putObject(put(first.get()), RequestBody.fromBytes(content));
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
        client.close();
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
