package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.openrouter.http.ClientSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One rate limit per account, however many connections it has. */
class SharedRateTest {
    private static final String CREDITS = "GET /api/v1/credits";

    private final ScriptedServer server = new ScriptedServer();
    private final FakeTime time = new FakeTime();
    private final HttpOpenRouterConnector connector = new HttpOpenRouterConnector(
            ClientSettings.defaults("test/1"),
            Clock.fixed(Client.NOW, ZoneOffset.UTC),
            new SimpleMeterRegistry(),
            () -> 0.5,
            time);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsTheRateOverManyCalls() {
        server.on(CREDITS, credits());
        OpenRouter openRouter = connect("production", "first", 5);

        for (int call = 0; call < 20; call++) {
            openRouter.credits();
        }

        // Five at once, and the other fifteen at five per second.
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofMillis(2999), Duration.ofMillis(3001));
    }

    @Test
    void swappingTheManagementKeyDoesNotRefillTheBucket() {
        server.on(CREDITS, credits());
        connect("production", "first", 1).credits();

        connect("production", "second", 1).credits();

        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void accountsDoNotWaitForEachOther() {
        server.on(CREDITS, Reply.json(429, "Retry-After: 3600\r\n", "{}"), credits());
        failure(() -> connect("production", "first", 1).credits());

        connect("staging", "second", 1).credits();

        assertThat(time.nanos()).isZero();
    }

    @Test
    void newRateTakesEffect() {
        server.on(CREDITS, credits());
        connect("production", "first", 1).credits();

        connect("production", "first", 2).credits();

        assertThat(time.nanos()).isZero();
    }

    private OpenRouter connect(String account, String key, double rate) {
        return connector.connect(new Connection(account, server.base(), SecretValue.of(key), rate));
    }

    private static Reply credits() {
        return Reply.json(200, "{\"data\":{\"total_credits\":1,\"total_usage\":1}}");
    }
}
