package io.openrouteroperator.proof.bench.admission;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.HdrHistogram.Histogram;

/** One connection, kept alive, on which one request after the other is sent; opened again when a request is turned away. */
final class HttpsConnection implements AutoCloseable {
    private static final long HIGHEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int DIGITS = 3;
    private static final SSLContext TLS = trustingAnyone();

    private final int port;
    private Wire wire;
    private byte[] judgement = new byte[0];
    private long turnedAway;

    /** Connects to a port of this machine. */
    HttpsConnection(int port) throws IOException {
        this.port = port;
        wire = dial();
    }

    /** An empty table of durations. */
    static Histogram noTimes() {
        return new Histogram(HIGHEST_NANOS, DIGITS);
    }

    /** Sends until the end, and returns how long answers took that were judged. */
    Histogram repeat(byte[] request, long end) throws IOException {
        Histogram nanos = noTimes();
        long now = System.nanoTime();
        do {
            wire.out().write(request);
            wire.out().flush();
            boolean judged = readAnswer();
            long after = System.nanoTime();
            if (judged) {
                nanos.recordValue(after - now);
            } else {
                turnedAway++;
                close();
                wire = dial();
            }
            now = after;
        } while (now < end);
        return nanos;
    }

    /** Requests that were turned away by a 429. */
    long turnedAway() {
        return turnedAway;
    }

    /** The body of the last answer that was not a 429. */
    String answer() {
        return new String(judgement, StandardCharsets.UTF_8);
    }

    /** Whether it was judged, and not turned away. */
    private boolean readAnswer() throws IOException {
        wire.answers().next();
        if (wire.answers().hasCode(429)) {
            return false;
        }
        judgement = wire.answers().content();
        if (!wire.answers().hasCode(200)) {
            throw new IOException(wire.answers().status() + " " + answer());
        }
        return true;
    }

    @Override
    public void close() {
        try {
            wire.socket().close();
        } catch (IOException closedAlready) {
            return;
        }
    }

    private Wire dial() throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setTcpNoDelay(true);
        SSLSocket socket = (SSLSocket) TLS.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
        socket.startHandshake();
        return new Wire(
                socket,
                socket.getOutputStream(),
                new HttpAnswers(new BufferedInputStream(socket.getInputStream(), 16_384)));
    }

    private static SSLContext trustingAnyone() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustAnyone()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /** Whom we talk to is not what is measured. */
    private static final class TrustAnyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private record Wire(SSLSocket socket, OutputStream out, HttpAnswers answers) {}
}
