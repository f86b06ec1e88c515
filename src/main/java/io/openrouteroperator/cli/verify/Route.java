package io.openrouteroperator.cli.verify;

import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How OpenRouter is reached from here: what the chart calls {@code openRouter.proxy} and {@code openRouter.caBundle}. */
public final class Route {
    @Option(
            names = "--proxy",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:OPENROUTER_OPERATOR_PROXY}",
            description =
                    "An HTTP proxy to OpenRouter. Default: $$OPENROUTER_OPERATOR_PROXY, which is the operator's in its pod.")
    private @Nullable String proxy;

    @Option(
            names = "--no-proxy",
            paramLabel = "HOST",
            split = ",",
            description = "Hosts reached without it: a name covers itself and all names below it.")
    private List<String> except = List.of();

    @Option(
            names = "--ca-bundle",
            paramLabel = "FILE",
            defaultValue = "${env:OPENROUTER_OPERATOR_CA_BUNDLE}",
            description =
                    "Certificate authorities to trust besides the system's, as PEM. Default: $$OPENROUTER_OPERATOR_CA_BUNDLE.")
    private @Nullable Path caBundle;

    /** Opens connections that go this way. */
    @FunctionalInterface
    public interface Connectors {
        /**
         * A connector.
         *
         * @throws IllegalArgumentException when the proxy is no host and port, or the authorities cannot be read
         */
        OpenRouterConnector through(Route route);
    }

    /** As {@code host:port}, or null for none. */
    public @Nullable String proxy() {
        return proxy;
    }

    /** Hosts that are reached without the proxy. */
    public List<String> except() {
        return except;
    }

    /** Null for the system's authorities alone. */
    public @Nullable Path caBundle() {
        return caBundle;
    }
}
