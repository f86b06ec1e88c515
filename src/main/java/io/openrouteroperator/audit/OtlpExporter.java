package io.openrouteroperator.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A collector that gets lines by OTLP over HTTP, as JSON. */
public final class OtlpExporter implements Destination {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(20);
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int SUCCESS = 2;
    /** What is wrong with a request itself; sending it again would change nothing. */
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 415, 422);

    private final HttpClient client;
    private final URI address;
    private final @Nullable String authorization;

    /**
     * A collector.
     *
     * @param endpoint its base, such as {@code http://collector:4318}; {@code /v1/logs} is added
     * @param authorization value of the header of that name, or null for none
     * @param tls whom to trust, or null for the system's authorities
     */
    public OtlpExporter(URI endpoint, @Nullable String authorization, @Nullable SSLContext tls) {
        this.address = URI.create(endpoint.toString().replaceFirst("/+$", "") + "/v1/logs");
        this.authorization = authorization;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        if (tls != null) {
            builder.sslContext(tls);
        }
        this.client = builder.build();
    }

    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public Outcome take(String pod, List<String> lines) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(WHOLE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(OtlpLogs.request(pod, lines)));
        Optional.ofNullable(authorization).ifPresent(value -> request.header("Authorization", value));
        try {
            return outcome(
                    client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER)));
        } catch (IOException e) {
            return new Outcome.Later(e.getClass().getSimpleName());
        }
    }

    private static Outcome outcome(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / 100 == SUCCESS) {
            return new Outcome.Taken(OtlpLogs.rejected(answer.body()));
        }
        return REFUSALS.contains(status) ? new Outcome.Refused("HTTP " + status) : new Outcome.Later("HTTP " + status);
    }
}
