package io.openrouteroperator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.evidence.SampleReview;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the port takes and gives. */
class PageServerTest {
    private static final String EVERYTHING =
            "Basic " + Base64.getEncoder().encodeToString("me:everything".getBytes(StandardCharsets.UTF_8));

    private final Vertx vertx = Vertx.vertx();
    private final PageServer server = serve(new HttpServerOptions().setHost("127.0.0.1"));
    private final int port = port(server);

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void servesThePage() throws Exception {
        HttpResponse<String> answer = send(HttpClient.newHttpClient(), "http", port, "GET", EVERYTHING);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("OpenRouter review of the whole cluster")
                .endsWith("</html>\n");
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("text/html; charset=utf-8"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("connection", List.of("close"))
                .doesNotContainKeys("set-cookie", "server");
        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'")
                .doesNotContain("script-src");
    }

    @ParameterizedTest
    @CsvSource({"GET, '', 401", "GET, Bearer nobody, 401", "GET, Bearer shop, 403", "POST, Bearer everything, 405"})
    void givesNothingToOthers(String method, String authorization, int status) throws Exception {
        HttpResponse<String> answer = send(HttpClient.newHttpClient(), "http", port, method, authorization);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().map()).containsEntry("cache-control", List.of("no-store"));
        assertThat(answer.body()).doesNotContain("checkout", "ledger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?namespace=%zz", "/?class=%", "/?namespace=%00", "/?namespace=a%20b"})
    void brokenParametersAreRefused(String target) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n\r\n"
                            .formatted(target, EVERYTHING)
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void headHasNoBody() throws Exception {
        HttpResponse<String> answer = send(HttpClient.newHttpClient(), "http", port, "HEAD", EVERYTHING);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("content-length").orElseThrow())
                .isGreaterThan(10_000);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesTokensOfManyGroupsAndNoLargerHeaders() throws Exception {
        String large = "Bearer " + "a".repeat(40 * 1024);
        String larger = "Bearer " + "a".repeat(60 * 1024);

        assertThat(send(HttpClient.newHttpClient(), "http", port, "GET", large).statusCode())
                .isEqualTo(401);
        assertThat(send(HttpClient.newHttpClient(), "http", port, "GET", larger).statusCode())
                .isEqualTo(431);
    }

    @Test
    void thoseWhoHoldConnectionsDoNotTakeAllMemory() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int connection = 0; connection < 64; connection++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            try (Socket one = new Socket(InetAddress.getLoopbackAddress(), port)) {
                one.setSoTimeout(10_000);
                assertThat(one.getInputStream().read()).as("closed at once").isEqualTo(-1);
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        Awaitility.await()
                .ignoreExceptions()
                .until(() -> send(HttpClient.newHttpClient(), "http", port, "GET", EVERYTHING)
                                .statusCode()
                        == 200);
    }

    @Test
    void isServedInsideOfThePodAloneWithoutACertificate() throws Exception {
        Clock clock = Clock.systemUTC();
        try (KubernetesClient client = new KubernetesClientBuilder().build();
                PageServer local = PageServer.create(
                        vertx,
                        client,
                        SampleDesk.review(SampleReview.CLUSTER, clock),
                        new ReviewHistoryStore(client, "openrouter-system", "history"),
                        0,
                        null,
                        _ -> {},
                        clock)) {
            int localPort = port(local);

            assertThat(send(HttpClient.newHttpClient(), "http", localPort, "GET", "")
                            .statusCode())
                    .isEqualTo(401);
            assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("127.0.0.2"), localPort).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void speaksTlsWithACertificate() throws Exception {
        SelfSignedCertificate certificate = SelfSignedCertificate.create("localhost");
        PageServer encrypted = serve(new HttpServerOptions()
                .setHost("127.0.0.1")
                .setSsl(true)
                .setKeyCertOptions(certificate.keyCertOptions()));
        try {
            int encryptedPort = port(encrypted);
            assertThat(send(trusting(), "https", encryptedPort, "GET", EVERYTHING)
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            encrypted.close();
            certificate.delete();
        }
    }

    private PageServer serve(HttpServerOptions options) {
        return new PageServer(vertx, SampleDesk.of(SampleReview.CLUSTER, ReviewHistory.none()), options.setPort(0));
    }

    private static int port(PageServer server) {
        return server.start().toCompletionStage().toCompletableFuture().join();
    }

    private static HttpResponse<String> send(
            HttpClient client, String scheme, int port, String method, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + "/"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient trusting() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, InsecureTrustManagerFactory.INSTANCE.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
