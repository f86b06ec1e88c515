package io.openrouteroperator.proof.bench.admission;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.HdrHistogram.Histogram;

/** Sends one request over and over on a fixed number of connections, as the API server does: HTTP/1.1, kept alive, one at a time. */
final class HttpsLoad {
    private static final long HIGHEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int DIGITS = 3;

    private final int port;
    private final SSLContext tls;

    /** @param port of 127.0.0.1 */
    HttpsLoad(int port) {
        this.port = port;
        this.tls = trustingAnyone();
    }

    /**
     * What a run measured.
     *
     * @param perSecond answers, of those that were judged
     * @param turnedAway requests that met the bound on large bodies (429), which an API server sends again
     * @param answer the body of the last one that was judged
     */
    record Measured(double perSecond, Histogram nanos, long turnedAway, String answer) {
        double millis(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** Sends for a while; throws when a response is neither 200 nor 429. */
    Measured run(byte[] body, int connections, Duration time) throws IOException, InterruptedException {
        byte[] request = request(body);
        List<Connection> open = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                open.add(new Connection());
            }
            long began = System.nanoTime();
            long end = began + time.toNanos();
            List<Callable<Histogram>> tasks = new ArrayList<>();
            open.forEach(connection -> tasks.add(() -> connection.repeat(request, end)));
            Histogram all = new Histogram(HIGHEST_NANOS, DIGITS);
            for (Future<Histogram> each : threads.invokeAll(tasks)) {
                all.add(each.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Measured(
                    all.getTotalCount() / seconds,
                    all,
                    open.stream().mapToLong(connection -> connection.turnedAway).sum(),
                    open.getFirst().answer());
        } catch (ExecutionException e) {
            throw new IOException("a request failed", e.getCause());
        } finally {
            open.forEach(Connection::close);
        }
    }

    private byte[] request(byte[] body) {
        String headers = """
                POST /validate?timeout=3s HTTP/1.1
                Host: 127.0.0.1:%d
                Content-Type: application/json
                Content-Length: %d

                """.formatted(port, body.length);
        byte[] head = headers.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
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

    private record Wire(SSLSocket socket, OutputStream out, InputStream in) {}

    private Wire dial() throws IOException {
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
        plain.setTcpNoDelay(true);
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
        socket.startHandshake();
        return new Wire(socket, socket.getOutputStream(), new BufferedInputStream(socket.getInputStream(), 16_384));
    }

    private final class Connection implements AutoCloseable {
        private final byte[] line = new byte[8192];
        private Wire wire;
        private byte[] body = new byte[0];
        private long turnedAway;

        Connection() throws IOException {
            wire = dial();
        }

        Histogram repeat(byte[] request, long end) throws IOException {
            Histogram nanos = new Histogram(HIGHEST_NANOS, DIGITS);
            long now = System.nanoTime();
            do {
                wire.out().write(request);
                wire.out().flush();
                boolean judged = readResponse();
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

        String answer() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Whether it was judged, and not turned away. */
        private boolean readResponse() throws IOException {
            String status = readLine();
            int length = 0;
            for (String header = readLine(); !header.isEmpty(); header = readLine()) {
                if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            byte[] content = wire.in().readNBytes(length);
            if (status.startsWith("HTTP/1.1 429")) {
                return false;
            }
            body = content;
            if (!status.startsWith("HTTP/1.1 200")) {
                throw new IOException(status + " " + answer());
            }
            return true;
        }

        private String readLine() throws IOException {
            int length = 0;
            for (int next = wire.in().read(); next != '\n'; next = wire.in().read()) {
                if (next < 0) {
                    throw new EOFException("the server closed the connection");
                }
                line[length++] = (byte) next;
            }
            return new String(line, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
        }

        @Override
        public void close() {
            try {
                wire.socket().close();
            } catch (IOException closedAlready) {
                return;
            }
        }
    }
}
