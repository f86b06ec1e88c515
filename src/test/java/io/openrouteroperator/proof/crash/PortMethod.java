package io.openrouteroperator.proof.crash;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.openrouter.HttpOpenRouterConnector;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.simulator.LoggedRequest;
import io.openrouteroperator.simulator.Simulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A method of the ports to OpenRouter and the request that it makes, found by calling it: so no list of them can be out of date.
 *
 * @param name such as {@code createKey}
 */
record PortMethod(String name, Effect effect) {
    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final KeyHash HASH = SecretValue.of("no key").hash();
    private static final SpendLimit LIMIT = SpendLimit.nothing(ResetInterval.MONTHLY);
    private static final Instant DAY = Instant.parse("2026-11-24T00:00:00Z");
    private static final List<Object> ARGUMENTS = List.of(
            ID,
            DAY,
            DAY.plus(Duration.ofHours(1)),
            HASH,
            Set.of(HASH),
            SecretValue.of("no-key"),
            new KeyRequest("nothing", LIMIT, Instant.parse("2100-01-01T00:00:00Z"), ID),
            new KeyChange.SetDisabled(true),
            KeyScope.all(),
            new GuardrailSettings(
                    "nothing",
                    "",
                    LIMIT,
                    AllowList.only(List.of("openai")),
                    AllowList.everything(),
                    false,
                    false,
                    false,
                    List.of()));

    /** All methods of all ports, in the order of their names. */
    static List<PortMethod> all() {
        try (Simulator simulator = Simulator.start()) {
            OpenRouter port = new HttpOpenRouterConnector(
                            ClientSettings.defaults("proof"), Clock.systemUTC(), new SimpleMeterRegistry(), () -> 0.5)
                    .connect(new Connection(
                            "proof", URI.create(simulator.baseUrl()), SecretValue.of(simulator.managementKey()), 1000));
            List<PortMethod> found = new ArrayList<>();
            for (Method method : OpenRouter.class.getMethods()) {
                if (Modifier.isAbstract(method.getModifiers())
                        && !method.getName().equals("connection")) {
                    found.add(new PortMethod(method.getName(), effect(port, method, simulator)));
                }
            }
            found.sort((one, other) -> one.name().compareTo(other.name()));
            return found;
        }
    }

    /** The first request that a call makes, whatever the answer. */
    private static Effect effect(OpenRouter port, Method method, Simulator simulator) {
        int before = simulator.requestLog().entries().size();
        try {
            method.invoke(port, arguments(method));
        } catch (InvocationTargetException refused) {
            if (!(refused.getCause() instanceof OpenRouterException)) {
                throw new IllegalStateException("cannot call " + method, refused.getCause());
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        LoggedRequest request = simulator.requestLog().entries().get(before);
        return Effect.atOpenRouter(request.method(), request.path());
    }

    /** Each type has one argument, but for the two ends of a time. */
    private static Object[] arguments(Method method) {
        List<Object> left = new ArrayList<>(ARGUMENTS);
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == String.class && method.getName().equals("endpoints")
                        ? "openai/gpt-5"
                        : take(type, left))
                .toArray();
    }

    private static Object take(Class<?> type, List<Object> left) {
        Object argument = left.stream().filter(type::isInstance).findFirst().orElseThrow();
        if (argument instanceof Instant) {
            left.remove(argument);
        }
        return argument;
    }
}
