package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import java.util.List;
import java.util.Optional;

/** Keys at OpenRouter. Every call throws {@link OpenRouterException} when it has no answer. */
public interface OpenRouterKeys {
    /** One pass over all pages of a workspace, disabled and expired keys included, each hash once; may miss or repeat (trap 6). */
    List<RemoteKey> listKeys(String workspaceId);

    /** Passes over all pages until two of them agree: the only list that recovery may trust. */
    List<RemoteKey> scanKeys(String workspaceId);

    /** The key with this hash, or empty when OpenRouter says 404. */
    Optional<RemoteKey> findKey(KeyHash hash);

    /** One attempt, never repeated: creating is not idempotent (trap 1). A failure that may have happened is {@link Failure#ambiguous}. */
    MintedKey createKey(KeyRequest request);

    /** Changes a key and returns it as it is now. */
    RemoteKey changeKey(KeyHash hash, KeyChange change);

    /** Deletes a key for good; a key already gone is success. */
    void deleteKey(KeyHash hash);

    /** What a key says of itself, asked with that key; 401 means unknown, disabled or not yet working. */
    KeySelfDescription describe(SecretValue key);

    /** The models that a key may use under its guardrails, asked with that key: the only read of effective policy. */
    List<Model> usableModels(SecretValue key);
}
