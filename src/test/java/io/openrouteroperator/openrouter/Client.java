package io.openrouteroperator.openrouter;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.openrouter.http.ClientSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.DoubleSupplier;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A client against a scripted server, with time that does not pass by itself. */
final class Client {
    static final SecretValue MANAGEMENT_KEY = SecretValue.of("sk-or-mgmt-0123456789abcdefmanagement");
    static final Instant NOW = Instant.parse("2026-11-24T22:15:00Z");

    final FakeTime time = new FakeTime();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final OpenRouter openRouter;

    Client(ScriptedServer server) {
        this(server.base());
    }

    Client(URI base) {
        this(base, ClientSettings.defaults("test/1"));
    }

    Client(URI base, ClientSettings settings) {
        this(base, settings, MANAGEMENT_KEY, () -> 0.5);
    }

    Client(URI base, ClientSettings settings, SecretValue key, DoubleSupplier jitter) {
        HttpOpenRouterConnector connector =
                new HttpOpenRouterConnector(settings, Clock.fixed(NOW, ZoneOffset.UTC), meters, jitter, time);
        this.openRouter = connector.connect(new Connection("production", base, key, 1000));
    }

    /** Settings whose timeouts a test can afford to wait for; only for servers that never answer, or a busy machine fails the test. */
    static ClientSettings impatient() {
        return ClientSettings.defaults("test/1")
                .withTimeouts(Duration.ofSeconds(30), Duration.ofMillis(1500), Duration.ofMillis(3000));
    }

    /** The failure of a call that has no answer. */
    static Failure failure(ThrowingCallable call) {
        OpenRouterException thrown = Assertions.catchThrowableOfType(OpenRouterException.class, call);
        Assertions.assertThat(thrown).as("the call should have failed").isNotNull();
        return thrown.failure();
    }
}
