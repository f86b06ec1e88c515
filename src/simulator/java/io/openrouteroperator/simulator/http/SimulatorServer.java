package io.openrouteroperator.simulator.http;

import io.netty.channel.ChannelOption;
import io.openrouteroperator.simulator.LoggedRequest;
import io.openrouteroperator.simulator.RequestLog;
import io.openrouteroperator.simulator.fault.FaultSet;
import io.openrouteroperator.simulator.fault.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP on loopback. One event loop: calls are carried out one after the other, waits do not hold up others. */
public final class SimulatorServer implements AutoCloseable {

    /** Where the API begins on this server, as on the real one. */
    public static final String PREFIX = "/api/v1";

    /** In how many pieces a slow body comes, at least. */
    private static final int DROPS = 10;

    private static final FaultSet NO_FAULTS = new FaultSet(List.of());

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Dispatcher api;
    private final Dispatcher control;
    private final Faults faults;
    private final RequestLog log;
    private final InstantSource time;
    private final HttpServer server;

    /**
     * Starts listening.
     *
     * @param control answers what is not below {@link #PREFIX}
     * @param port 0 for any free one
     */
    public SimulatorServer(
            Dispatcher api, Dispatcher control, Faults faults, RequestLog log, InstantSource time, int port) {
        this.api = api;
        this.control = control;
        this.faults = faults;
        this.log = log;
        this.time = time;
        this.server = await(vertx.createHttpServer(optionsOfServer(port))
                .requestHandler(this::receive)
                .listen());
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    /** HTTP/1.1 only: cutting a connection must hit one call and no others. */
    private static HttpServerOptions optionsOfServer(int port) {
        return new HttpServerOptions().setHost("127.0.0.1").setPort(port).setHttp2ClearTextEnabled(false);
    }

    private void receive(HttpServerRequest incoming) {
        incoming.body().onSuccess(body -> {
            String text = body.toString(StandardCharsets.UTF_8);
            if (incoming.path().startsWith(PREFIX + "/")) {
                receive(incoming, requestOf(incoming, PREFIX, text));
            } else {
                ApiRequest request = requestOf(incoming, "", text);
                send(incoming, Delivery.of(NO_FAULTS, () -> control.dispatch(request, NO_FAULTS)), Duration.ZERO);
            }
        });
    }

    private void receive(HttpServerRequest incoming, ApiRequest request) {
        FaultSet hit = faults.hit(request.method(), request.path());
        Instant arrival = time.instant();
        Runnable work = () -> {
            Delivery delivery = Delivery.of(hit, () -> api.dispatch(request, hit));
            log.add(new LoggedRequest(
                    request.method(), request.path(), request.rawQuery(), delivery.status(), arrival));
            after(hit.lateAnswer(), () -> send(incoming, delivery, hit.slowness()));
        };
        after(hit.latency(), work);
    }

    private void after(Duration pause, Runnable work) {
        if (pause.isZero()) {
            work.run();
        } else {
            vertx.setTimer(Math.max(1, pause.toMillis()), timer -> work.run());
        }
    }

    private static ApiRequest requestOf(HttpServerRequest incoming, String prefix, String body) {
        Map<String, String> headers = new HashMap<>();
        incoming.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        URI target = target(incoming.uri().substring(prefix.length()));
        return new ApiRequest(incoming.method().name(), target, headers, body.isEmpty() ? null : body);
    }

    /** The target as a URI; with a path nobody knows if it is none. */
    private static URI target(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return URI.create("/");
        }
    }

    private void send(HttpServerRequest incoming, Delivery delivery, Duration slowness) {
        if (delivery.status() == 0) {
            cut(incoming);
            return;
        }
        HttpServerResponse response = incoming.response().setStatusCode(delivery.status());
        response.putHeader("Content-Type", delivery.contentType());
        delivery.headers().forEach(response::putHeader);
        Buffer body = Buffer.buffer(delivery.text());
        if (delivery.cut()) {
            response.putHeader("Content-Length", Integer.toString(body.length()));
            response.write(body.slice(0, body.length() / 2)).onComplete(written -> cut(incoming));
        } else if (slowness.isZero()) {
            response.end(body);
        } else {
            response.putHeader("Content-Length", Integer.toString(body.length()));
            drip(response, body, Math.max(1, body.length() / DROPS), slowness.dividedBy(DROPS));
        }
    }

    private void drip(HttpServerResponse response, Buffer rest, int drop, Duration pause) {
        if (response.closed()) {
            return;
        }
        if (rest.length() <= drop) {
            response.end(rest);
            return;
        }
        response.write(rest.slice(0, drop));
        after(pause, () -> drip(response, rest.slice(drop, rest.length()), drop, pause));
    }

    /** Cuts the connection so that the client sees a reset, not an orderly end. */
    private static void cut(HttpServerRequest incoming) {
        if (incoming.connection() instanceof ConnectionBase connection) {
            connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        incoming.connection().close();
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the simulator starts or stops", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the simulator does not start or stop", failed);
        }
    }
}
