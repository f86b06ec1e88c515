package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.core.openrouter.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Translates broken connections into failures. What certainly broke before the request was sent is unreachable; everything else may
 * have had its effect.
 */
final class Breakdowns {
    private static final int DEEPEST = 8;

    private Breakdowns() {}

    static Failure of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (beforeSending(cause)) {
                return new Failure.Unreachable(words(cause));
            }
            if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
                return new Failure.AnswerLost("no complete answer in time");
            }
            cause = cause.getCause();
        }
        return new Failure.AnswerLost(words(thrown));
    }

    private static boolean beforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException
                || proxyRefused(cause);
    }

    /** A proxy that opens no tunnel; the JDK has no type for it. */
    private static boolean proxyRefused(Throwable cause) {
        return cause instanceof IOException && message(cause).startsWith("Tunnel failed");
    }

    private static String words(Throwable cause) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> "no connection in time";
            case UnknownHostException _, UnresolvedAddressException _ -> "the host name does not resolve";
            case SSLHandshakeException handshake -> SafeText.of("TLS handshake failed: " + handshake.getMessage());
            case SSLPeerUnverifiedException peer -> SafeText.of("TLS peer not trusted: " + peer.getMessage());
            case ConnectException connect -> connectWords(connect);
            case IOException refused
            when proxyRefused(refused) -> SafeText.of("the proxy refused: " + message(refused));
            default -> SafeText.of("the connection broke: " + message(cause));
        };
    }

    private static String connectWords(ConnectException connect) {
        return connect.getCause() instanceof UnresolvedAddressException
                ? "the host name does not resolve"
                : SafeText.of("no connection: " + message(connect));
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
