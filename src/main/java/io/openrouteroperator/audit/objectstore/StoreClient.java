package io.openrouteroperator.audit.objectstore;

import java.time.Duration;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * A client of a store. It tries once: whoever uses it knows when to try again.
 *
 * @param credentials those that the environment has, as with Amazon's own tools: variables, the service account's identity, or the node's
 */
record StoreClient(AwsCredentialsProvider credentials, S3Client s3) implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** Asks nobody for anything yet. */
    static StoreClient of(StoreSettings settings) {
        AwsCredentialsProvider credentials =
                DefaultCredentialsProvider.builder().build();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(settings.pathStyle())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(connections(settings));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return new StoreClient(credentials, builder.build());
    }

    @Override
    public void close() {
        s3.close();
    }

    private static UrlConnectionHttpClient.Builder connections(StoreSettings settings) {
        UrlConnectionHttpClient.Builder connections =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE);
        if (!settings.trust().isEmpty()) {
            connections.tlsTrustManagersProvider(() -> settings.trust().toArray(TrustManager[]::new));
        }
        return connections;
    }
}
