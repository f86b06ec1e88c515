package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that send too much, too slowly or too often take neither the memory nor the answers of the others. */
@Timeout(60)
class BodyLimitsTest {
    private static final int KIB = 1024;
    private static final int LARGE = 600 * KIB;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void refusesLargeBodiesWhileTooManyAreHeldAndTakesOrdinaryOnes() throws Exception {
        try (WebhookServer webhook = server(1024 * KIB, LONG)) {
            halfSent(webhook, LARGE);
            await().until(() -> webhook.heldBytes() > LARGE / 2);

            var refused = webhook.post("x".repeat(LARGE));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).contains("1");
            assertAnswers(webhook);

            hangUp();
            await().until(() -> webhook.heldBytes() == 0);
            String padded = Reviews.create(HARMLESS).replace("debug", "x".repeat(LARGE));
            assertThat(webhook.review(padded).path("allowed").asBoolean()).isTrue();
            assertThat(webhook.heldBytes()).isZero();
        }
    }

    @Test
    void holdsNothingForABodyThatIsOnlyAnnounced() throws Exception {
        try (WebhookServer webhook = server(1024 * KIB, LONG)) {
            for (int i = 0; i < 20; i++) {
                send(webhook, head(LARGE) + "{");
            }
            String padded = Reviews.create(HARMLESS).replace("debug", "x".repeat(LARGE));
            assertThat(webhook.review(padded).path("allowed").asBoolean()).isTrue();
        }
    }

    @Test
    void hangsUpOnABodyThatNeverEnds() throws Exception {
        try (WebhookServer webhook = server(1024 * KIB, Duration.ofMillis(200))) {
            Socket client = send(webhook, head(LARGE) + "{");

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void answersAmongHundredsOfSlowClients() throws Exception {
        try (WebhookServer webhook = server(1024 * KIB, LONG)) {
            for (int i = 0; i < 300; i++) {
                send(webhook, i % 2 == 0 ? "POST /validate HTTP/1.1\r\nHost: x\r\nX-Slow: " : head(LARGE) + "{");
            }
            assertAnswers(webhook);
        }
    }

    @Test
    void readsBodiesWithoutALength() throws Exception {
        try (WebhookServer webhook = server(1024 * KIB, LONG)) {
            String review = Reviews.create(HARMLESS).replace("debug", "x".repeat(200 * KIB));
            Socket client = send(
                    webhook,
                    "POST /validate HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(review.length()) + "\r\n" + review + "\r\n0\r\n\r\n");

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"allowed\":true");
        }
    }

    private static WebhookServer server(int heldAtOnce, Duration readTime) {
        return new WebhookServer(new BodyLimits(1024 * KIB, heldAtOnce, readTime));
    }

    private static void assertAnswers(WebhookServer webhook) throws Exception {
        assertThat(webhook.review(Reviews.create(HARMLESS)).path("allowed").asBoolean())
                .isTrue();
    }

    private void halfSent(WebhookServer webhook, int length) throws IOException {
        send(webhook, head(length) + "x".repeat(length - 1));
    }

    private static String head(int length) {
        return "POST /validate HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private Socket send(WebhookServer webhook, String text) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), webhook.port());
        clients.add(client);
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
