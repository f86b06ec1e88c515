package io.openrouteroperator.openrouter.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and reads whole answers, within time and size. Redirects are not followed, for they would carry the key elsewhere.
 * HTTP/1.1 only: over HTTP/2 the JDK repeats requests that a departing server calls unprocessed, creates among them.
 */
public final class Transport {
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;

    private final ClientSettings settings;
    private final @Nullable SSLContext tls;
    private final HttpClient pooled;

    public Transport(ClientSettings settings) {
        JdkDefaults.check(System.getProperties());
        this.settings = settings;
        this.tls = settings.caBundle() == null ? null : TrustStore.context(settings.caBundle());
        this.pooled = client();
    }

    ClientSettings settings() {
        return settings;
    }

    /** Sends over a kept connection where there is one. */
    Answer send(HttpRequest request) throws InterruptedException, ExecutionException, TimeoutException {
        return send(pooled, request);
    }

    /**
     * Sends over a connection of its own. A kept one may have been closed by the server a moment ago, and a create that breaks on it
     * would have to count as one that may have happened.
     */
    Answer sendAlone(HttpRequest request) throws InterruptedException, ExecutionException, TimeoutException {
        HttpClient own = client();
        try {
            return send(own, request);
        } finally {
            own.shutdownNow();
        }
    }

    private Answer send(HttpClient client, HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return new Answer(answer.get(settings.totalTimeout().toNanos(), TimeUnit.NANOSECONDS));
        } finally {
            answer.cancel(true);
        }
    }

    private HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        if (tls != null) {
            builder.sslContext(tls);
        }
        if (settings.proxy() != null) {
            builder.proxy(settings.proxy().selector());
        }
        return builder.build();
    }
}
