package io.openrouteroperator.core.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guardrails at OpenRouter and the keys they bind. Every call throws {@link OpenRouterException} when it has no answer. */
public interface OpenRouterGuardrails {
    /** All guardrails of a workspace. */
    List<RemoteGuardrail> listGuardrails(String workspaceId);

    /** The guardrail with this id, or empty when OpenRouter says 404. */
    Optional<RemoteGuardrail> findGuardrail(String id);

    /** One attempt, never repeated: creating is not idempotent (trap 1). */
    RemoteGuardrail createGuardrail(String workspaceId, GuardrailSettings settings);

    /** Replaces every setting. */
    RemoteGuardrail updateGuardrail(String id, GuardrailSettings settings);

    /** Deletes a guardrail, which drops its assignments (trap 11); one already gone is success. */
    void deleteGuardrail(String id);

    /**
     * Binds keys to a guardrail, away from any other, and returns how many OpenRouter says it bound. Unknown hashes are skipped
     * silently (trap 12), so callers read back with {@link #isAssigned}.
     */
    int assignKeys(String id, Set<KeyHash> keys);

    /** Whether a key is bound to one guardrail; reads no more of the list than it takes to find it. */
    boolean isAssigned(String id, KeyHash key);

    /** Whether anything is bound to a guardrail: a key, or a member of the organisation. */
    boolean isBound(String id);

    /** Guardrail id by key, over the whole account. */
    Map<KeyHash, String> assignments();
}
