package io.openrouteroperator.core.openrouter;

/** Opens connections; the one thing the reconcilers are given to reach OpenRouter. */
@FunctionalInterface
public interface OpenRouterConnector {
    /** A connection with these settings; opens nothing and calls nobody until it is used. */
    OpenRouter connect(Connection connection);
}
