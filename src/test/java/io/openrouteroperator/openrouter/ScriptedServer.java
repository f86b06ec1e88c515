package io.openrouteroperator.openrouter;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 server on raw sockets that does what a test says, broken answers included. Each route has a queue of replies, the last
 * of which repeats; a request without a route gets a 500 that says so.
 */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Deque<Reply>> script = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** A request as it arrived; header names in lower case. */
    public record Request(
            String method,
            String target,
            Map<String, String> query,
            Map<String, String> headers,
            String body,
            int connection) {
        /** Method and path, as routes are named. */
        public String route() {
            return method + " " + target.replaceAll("\\?.*", "").replaceFirst("^http://[^/]+", "");
        }
    }

    public ScriptedServer() {
        this(plain());
    }

    /** On a socket of the test's own, with TLS for instance. */
    public ScriptedServer(ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::accept);
    }

    /** The API's base at this server. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/api/v1");
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What to answer on a route, such as {@code GET /api/v1/keys}, in order. */
    public ScriptedServer on(String route, Reply... replies) {
        script.put(route, new ArrayDeque<>(List.of(replies)));
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String route) {
        return requests.stream()
                .filter(request -> request.route().equals(route))
                .toList();
    }

    /** How many connections were opened. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ServerSocket plain() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                int number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(connection, number));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean more = true;
            while (more) {
                Request request = read(in, number);
                if (request == null) {
                    return;
                }
                requests.add(request);
                more = next(request).play(connection, closing);
            }
        } catch (IOException gone) {
            // The client hung up, which tests of timeouts and untrusted certificates intend.
        }
    }

    private Reply next(Request request) {
        Deque<Reply> replies = script.get(request.route());
        if (replies == null) {
            return Reply.json(500, "{\"error\":{\"code\":500,\"message\":\"no script for " + request.route() + "\"}}");
        }
        synchronized (replies) {
            return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
        }
    }

    @Nullable
    private static Request read(InputStream in, int connection) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        String[] words = start.split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Request(words[0], words[1], query(words[1]), headers, body, connection);
    }

    private static Map<String, String> query(String target) {
        Map<String, String> query = new HashMap<>();
        int mark = target.indexOf('?');
        for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Nullable
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** All bodies received, for looking for what must not be there. */
    public String everything() {
        return String.join(
                "\n", new ArrayList<>(requests).stream().map(Request::toString).toList());
    }
}
