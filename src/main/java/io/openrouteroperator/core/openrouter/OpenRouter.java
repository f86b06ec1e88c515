package io.openrouteroperator.core.openrouter;

/** One connection to one OpenRouter account: all its calls share one rate limit and one management key. */
public interface OpenRouter
        extends OpenRouterAccount,
                OpenRouterKeys,
                OpenRouterGuardrails,
                OpenRouterCatalogue,
                OpenRouterActivity,
                OpenRouterAnalytics,
                OpenRouterCredentials,
                OpenRouterDestinations,
                OpenRouterInference {
    /** The connection's settings, for comparing with what is wanted now. */
    Connection connection();
}
