package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.installation.OperatorProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Sends one request over and over on a fixed number of connections, as the API server does: HTTP/1.1, kept alive, one at a time. */
final class HttpsLoad {
    private final int port;
    private final String path;

    /**
     * Asks a server on this machine.
     *
     * @param port of 127.0.0.1
     * @param path that answers reviews
     */
    HttpsLoad(int port, String path) {
        this.port = port;
        this.path = path;
    }

    /** Asks the operator's webhook. */
    static HttpsLoad ofOperator(OperatorProcess operator) {
        return new HttpsLoad(operator.webhookPort(), "/validate");
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
        List<HttpsConnection> open = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                open.add(new HttpsConnection(port));
            }
            long began = System.nanoTime();
            long end = began + time.toNanos();
            List<Callable<Histogram>> tasks = new ArrayList<>();
            open.forEach(connection -> tasks.add(() -> connection.repeat(request, end)));
            Histogram all = HttpsConnection.noTimes();
            for (Future<Histogram> each : threads.invokeAll(tasks)) {
                all.add(each.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Measured(
                    all.getTotalCount() / seconds,
                    all,
                    open.stream()
                            .mapToLong(connection -> connection.turnedAway())
                            .sum(),
                    open.getFirst().answer());
        } catch (ExecutionException e) {
            throw new IOException("a request failed", e.getCause());
        } finally {
            open.forEach(HttpsConnection::close);
        }
    }

    private byte[] request(byte[] body) {
        String headers = """
                POST %s?timeout=3s HTTP/1.1
                Host: 127.0.0.1:%d
                Content-Type: application/json
                Content-Length: %d

                """.formatted(path, port, body.length);
        byte[] head = headers.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
