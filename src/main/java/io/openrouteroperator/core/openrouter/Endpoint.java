package io.openrouteroperator.core.openrouter;

/**
 * One provider serving one model.
 *
 * @param providerSlug base slug of the provider, without variant or region
 * @param modelId the model it serves, by permanent slug
 */
public record Endpoint(String providerSlug, String modelId) {}
