package io.openrouteroperator.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.simulator.ServedCalls;
import io.openrouteroperator.simulator.Simulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Client and simulated OpenRouter were written apart, each from the description of analytics: here they meet. */
class AnalyticsOfTheSimulatorTest {
    private final Simulator simulator = Simulator.start();
    private final OpenRouter client = new HttpOpenRouterConnector(
                    ClientSettings.defaults("test"), Clock.systemUTC(), new SimpleMeterRegistry(), () -> 0.5)
            .connect(new Connection(
                    "test", URI.create(simulator.baseUrl()), SecretValue.of(simulator.managementKey()), 1000));

    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    private final Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    private final Instant later = now.plus(Duration.ofHours(1));

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void tellsWhichKeysCalledAndWhatServedThem() {
        String hash = Simulator.hashOf(simulator.dashboard().createKey("one"));
        ServedCalls calls = new ServedCalls(simulator);
        calls.add(today, hash, "xAI", 5);
        calls.add(today, hash, "OpenAI", 7);

        var callers = client.callingKeys(midnight, later);
        var served = client.served(new KeyHash(hash), midnight, later);

        assertThat(callers.gaps()).isEmpty();
        assertThat(callers.rows()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("one");
            assertThat(key.requests()).isEqualTo(12);
        });
        assertThat(served.gaps()).isEmpty();
        assertThat(served.rows())
                .extracting(row -> row.date() + " " + row.providerName() + " " + row.requests())
                .containsExactlyInAnyOrder(today + " xAI 5", today + " OpenAI 7");
    }

    @Test
    void takesAKeyThatIsNotFoundForAGapAndNotForNothing() {
        var served = client.served(new KeyHash("0".repeat(64)), midnight, later);

        assertThat(served.rows()).isEmpty();
        assertThat(served.gaps()).isNotEmpty();
    }
}
