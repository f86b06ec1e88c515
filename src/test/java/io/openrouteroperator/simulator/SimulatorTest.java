package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatorTest extends SimulatorTestBase {

    private static final int MANY = 10_000;

    @Test
    void holdsTenThousandKeysWithoutSlowingDown() {
        simulator.dashboard().setDailyKeyChanges(2 * MANY);
        for (int i = 0; i < MANY; i++) {
            simulator.dashboard().createKey("key-" + i);
        }

        long before = System.nanoTime();
        for (int offset = 0; offset < MANY; offset += 1_000) {
            assertThat(api.get("/keys?offset=" + offset).data()).hasSize(100);
        }
        newKey("one more");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(simulator.keys()).hasSize(MANY + 1);
    }

    @Test
    void logsRequestsWithoutBodiesAndKeys() {
        String key = newKey("one");
        api.get("/keys?offset=5");

        assertThat(simulator.requestLog().count("POST", "/keys")).isEqualTo(1);
        assertThat(simulator.requestLog().matching("GET", "/keys").getFirst().query())
                .isEqualTo("offset=5");
        assertThat(simulator.requestLog().writes()).hasSize(1);
        assertThat(simulator.requestLog().entries().toString())
                .doesNotContain(key)
                .doesNotContain(simulator.managementKey());
    }

    @Test
    void recordsBreachesByTheClient() {
        assertThat(api.post("/keys", "{\"nome\":\"one\"}").status()).isEqualTo(400);

        assertThat(simulator.contractViolations()).isNotEmpty().allMatch(line -> line.startsWith("client: POST /keys"));
        simulator.forgetContractViolations();
    }

    @Test
    void doesNotKnowOtherPaths() {
        assertThat(api.get("/auth/key").status()).isEqualTo(404);
    }

    @Test
    void answersWhatIsNoUri() throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(simulator.baseUrl()).getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/keys?a=|{ HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void takesHandMadeEdits() throws Exception {
        String hash = Simulator.hashOf(newKey("one"));
        String guardrail = newGuardrail("\"allowed_providers\":[\"azure\"]");
        simulator.dashboard().assign(guardrail, hash);
        JsonNode change = new ObjectMapper().readTree("{\"allowed_providers\":null}");
        simulator.dashboard().editGuardrail(guardrail, change);

        assertThat(api.get("/guardrails/" + guardrail)
                        .data()
                        .path("allowed_providers")
                        .isNull())
                .isTrue();
        simulator.dashboard().unassign(hash);
        assertThat(simulator.assignments()).isEmpty();
        assertThat(simulator.requestLog().writes()).hasSize(2);
    }

    @Test
    void movesTimeForEveryoneAtOnce() {
        simulator.time().freeze(Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(api.post("/keys", "{\"name\":\"one\"}")
                        .data()
                        .path("created_at")
                        .asText())
                .isEqualTo("2027-01-01T00:00:00.000000+00:00");
        simulator.time().run();
        simulator.time().advance(Duration.ofDays(1));
        assertThat(simulator.time().instant()).isAfterOrEqualTo(Instant.parse("2027-01-02T00:00:00Z"));
    }
}
