package io.openrouteroperator.openrouter.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How this process reaches OpenRouter; the same for all accounts.
 *
 * @param connectTimeout until a connection is there, TLS included
 * @param answerTimeout from sending until the answer begins
 * @param totalTimeout from sending until the answer's body is complete
 * @param throttlePatience how long a call may wait for its turn before it is refused instead
 * @param retries how often a call that may be repeated is repeated
 * @param caBundle PEM file of certificate authorities trusted beside the system's, null for none
 * @param proxy the proxy to go through, null to go straight
 * @param userAgent the User-Agent header
 */
public record ClientSettings(
        Duration connectTimeout,
        Duration answerTimeout,
        Duration totalTimeout,
        Duration throttlePatience,
        int retries,
        @Nullable Path caBundle,
        @Nullable ProxySettings proxy,
        String userAgent) {
    /** Settings for the open internet: no proxy, the system's certificate authorities. */
    public static ClientSettings defaults(String userAgent) {
        return new ClientSettings(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                3,
                null,
                null,
                userAgent);
    }

    /** The same, trusting this PEM file too. */
    public ClientSettings withCaBundle(@Nullable Path bundle) {
        return new ClientSettings(
                connectTimeout, answerTimeout, totalTimeout, throttlePatience, retries, bundle, proxy, userAgent);
    }

    /** The same, through this proxy. */
    public ClientSettings withProxy(@Nullable ProxySettings through) {
        return new ClientSettings(
                connectTimeout, answerTimeout, totalTimeout, throttlePatience, retries, caBundle, through, userAgent);
    }

    /** The same with other times: connection, beginning of the answer, whole answer. */
    public ClientSettings withTimeouts(Duration connect, Duration answer, Duration total) {
        return new ClientSettings(connect, answer, total, throttlePatience, retries, caBundle, proxy, userAgent);
    }
}
