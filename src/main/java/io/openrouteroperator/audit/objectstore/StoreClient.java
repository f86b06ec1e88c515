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

/** Makes the client of a store. */
final class StoreClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private StoreClient() {}

    /** Those of the environment; none are looked for yet. */
    static AwsCredentialsProvider credentials() {
        return DefaultCredentialsProvider.builder().build();
    }

    /** A client that tries once: whoever calls it knows when to try again. */
    static S3Client of(StoreSettings settings, AwsCredentialsProvider credentials) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials)
                .forcePathStyle(settings.pathStyle())
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(connections(settings));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        return builder.build();
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
