package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.SecretValue;
import java.net.URI;

/**
 * How to reach an account.
 *
 * @param account name of the account object, for metrics
 * @param baseUrl the API's base, such as {@code https://openrouter.ai/api/v1}
 * @param managementKey the key that manages keys
 * @param requestsPerSecond the client-side limit over all calls
 */
public record Connection(String account, URI baseUrl, SecretValue managementKey, double requestsPerSecond) {}
