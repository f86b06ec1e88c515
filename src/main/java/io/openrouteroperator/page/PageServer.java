package io.openrouteroperator.page;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.audit.AuditLog;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.KeyCertOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The page's port. A connection carries one request and lives two minutes at most, there are few of them, and two answers at a time are
 * made or on their way, because that of a large cluster has megabytes.
 */
public final class PageServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PageServer.class);
    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_ANSWERS = 2;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Tokens of some identity providers name hundreds of groups. */
    private static final int LARGEST_HEADERS = 48 * 1024;

    private static final int LONGEST_LINE = 2048;

    private static final String BUSY = "Others are being served; try again in a minute.";
    private static final String FAILED = "The review could not be made; the operator's log says why.";

    /** No script, nothing from elsewhere, in no frame, and in no cache. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-store",
            "Connection", "close");

    private final Vertx vertx;
    private final HttpServer server;
    private final PageDesk desk;
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore answers = new Semaphore(MOST_ANSWERS, true);

    PageServer(Vertx vertx, PageDesk desk, HttpServerOptions options) {
        this.vertx = vertx;
        this.desk = desk;
        this.server = vertx.createHttpServer(options.setIdleTimeout((int) LONGEST.toSeconds())
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setMaxHeaderSize(LARGEST_HEADERS)
                        .setMaxInitialLineLength(LONGEST_LINE)
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(this::connected)
                .requestHandler(this::receive);
    }

    /**
     * A server for whoever the API server knows.
     *
     * @param port 0 for any that is free
     * @param certificate what it presents. Without one it speaks HTTP on the loopback address alone, where nobody listens in: {@code
     *     kubectl port-forward} ends there, and no token is ever sent over a network unencrypted
     */
    public static PageServer create(
            Vertx vertx,
            KubernetesClient client,
            LiveReview review,
            ReviewHistoryStore history,
            int port,
            @Nullable KeyCertOptions certificate,
            AuditLog audit,
            Clock clock) {
        HttpServerOptions options = new HttpServerOptions().setPort(port);
        if (certificate == null) {
            options.setHost("127.0.0.1");
        } else {
            options.setHost("0.0.0.0").setSsl(true).setKeyCertOptions(certificate);
        }
        PageDesk desk = new PageDesk(
                new KubernetesReaders(client, clock),
                new ReviewPage(review, history::read),
                new ReadingTrail(audit, clock));
        return new PageServer(vertx, desk, options);
    }

    /** Listens; the port, or why there is none. The operator does without the page where it cannot be served. */
    public Future<Integer> start() {
        return server.listen()
                .map(HttpServer::actualPort)
                .onSuccess(port -> LOG.infof("the review is served at port %d", port))
                .onFailure(problem -> LOG.errorf("the review cannot be served: %s", problem.getMessage()));
    }

    @Override
    public void close() {
        server.close();
    }

    private void connected(HttpConnection connection) {
        long end = vertx.setTimer(LONGEST.toMillis(), _ -> connection.close());
        connection.closeHandler(_ -> {
            connections.decrementAndGet();
            vertx.cancelTimer(end);
        });
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
            var _ = connection.close();
        }
    }

    private void receive(HttpServerRequest request) {
        PageRequest asked = new PageRequest(
                request.method().name(),
                Objects.requireNonNullElse(request.path(), ""),
                parameter(request, "namespace"),
                parameter(request, "class"),
                request.getHeader("Authorization"));
        Context eventLoop = vertx.getOrCreateContext();
        Thread.ofVirtual().name("page").start(() -> {
            boolean entered = entered();
            PageAnswer answer = entered ? made(asked) : plain(PageAnswer.UNAVAILABLE, BUSY);
            eventLoop.runOnContext(_ -> send(request.response(), asked, answer).onComplete(_ -> {
                var _ = request.connection().close();
                if (entered) {
                    answers.release();
                }
            }));
        });
    }

    /** What cannot be decoded is no name either. */
    private static String parameter(HttpServerRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParam(name)).orElse("").strip();
        } catch (IllegalArgumentException broken) {
            return "%";
        }
    }

    private PageAnswer made(PageRequest asked) {
        try {
            return desk.answer(asked);
        } catch (RuntimeException e) {
            LOG.errorf(e, "a request for the review could not be answered");
            return plain(PageAnswer.SERVER_ERROR, FAILED);
        }
    }

    private static PageAnswer plain(int status, String sentence) {
        return new PageAnswer(status, List.of(), Buffer.buffer(sentence));
    }

    private boolean entered() {
        try {
            return answers.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Future<Void> send(HttpServerResponse response, PageRequest asked, PageAnswer answer) {
        if (response.closed()) {
            return Future.succeededFuture();
        }
        response.headers().addAll(HEADERS);
        answer.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
        response.setStatusCode(answer.status());
        if (asked.method().equals(HttpMethod.HEAD.name())) {
            response.putHeader("Content-Length", Integer.toString(answer.body().length()));
            return response.end();
        }
        return response.end(answer.body());
    }
}
