package io.openrouteroperator.installation;

import io.openrouteroperator.controlplane.process.FreePorts;
import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged operator ({@code target/dist}, made by {@code make dist}) as a process that can be killed and started again. */
public final class OperatorProcess implements AutoCloseable {
    private static final Path PROGRAM = Path.of("target/dist/run").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int webhookPort;
    private final int managementPort;
    private final SupervisedProcess process;

    private OperatorProcess(SupervisedProcess process, int webhookPort, int managementPort) {
        this.process = process;
        this.webhookPort = webhookPort;
        this.managementPort = managementPort;
    }

    /**
     * Starts the operator; returns at once.
     *
     * @param name what messages and the log file call it
     * @param directory for the log
     * @param environment of the container in the chart, and where the API server is
     */
    static OperatorProcess start(String name, Path directory, Map<String, String> environment) {
        if (!Files.isExecutable(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing: run 'make dist'");
        }
        int webhookPort = FreePorts.next();
        int managementPort = FreePorts.next();
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(webhookPort));
        all.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        SupervisedProcess process = Launch.of(name, directory, List.of(PROGRAM.toString()))
                .withEnvironment(all)
                .start();
        return new OperatorProcess(process, webhookPort, managementPort);
    }

    /** Waits until the operator says that it is ready. */
    OperatorProcess awaitReady() {
        process.awaitReady(START_LIMIT, this::isReady);
        return this;
    }

    /** Whether the operator says that it is ready. */
    public boolean isReady() {
        return statusOf("/q/health/ready") == 200;
    }

    /** The port that serves reviews. */
    public int webhookPort() {
        return webhookPort;
    }

    /** The metrics page. */
    public String metrics() {
        try {
            return HTTP.send(request("/q/metrics"), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException("no metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything the operator wrote so far. */
    public String log() {
        try {
            return Files.readString(process.log());
        } catch (IOException e) {
            throw new IllegalStateException("no log", e);
        }
    }

    /** The process, to be killed or asked to stop. */
    public SupervisedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.kill();
    }

    private int statusOf(String path) {
        try {
            return HTTP.send(request(path), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notListening) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .timeout(Duration.ofSeconds(5))
                .build();
    }
}
