package io.openrouteroperator.core.openrouter;

import java.util.List;

/** Provider credentials (BYOK) and the keys that may use them. Every call throws {@link OpenRouterException} when it has no answer. */
public interface OpenRouterCredentials {
    /** The most keys that one credential can be limited to. */
    int MOST_CREDENTIAL_KEYS = 100;

    /** All credentials that serve a workspace. */
    List<ProviderCredential> listCredentials(String workspaceId);

    /**
     * Replaces the keys that may use a credential and changes nothing else. Every key must be live, or all are refused (trap 14); more
     * than {@link #MOST_CREDENTIAL_KEYS} is an {@link IllegalArgumentException}.
     */
    ProviderCredential limitCredential(String id, KeyScope keys);
}
