package io.openrouteroperator.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.key.KeyLimit;
import io.openrouteroperator.api.v1alpha1.key.KeyRotation;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PolicyRef;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.declaration.DeclaredKey;
import io.openrouteroperator.core.policy.PolicyRules;
import org.jspecify.annotations.Nullable;

/** From our own kinds to what declarations are checked for. What the schema lets through can be read; anything else throws. */
public final class DeclarationMapper {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private DeclarationMapper() {}

    /** A key as it is declared. */
    public static DeclaredKey key(OpenRouterKey key) {
        ManagedKey declared = FactsMapper.declaredKey(key);
        PolicyRef policyRef = key.getSpec().policyRef();
        KeyLimit limit = key.getSpec().limit();
        KeyRotation rotation = key.getSpec().rotation();
        return new DeclaredKey(
                declared.name(),
                policyRef == null ? null : policyRef.name(),
                declared.classification(),
                limit == null ? null : limit.usd(),
                limit == null || limit.reset() == null ? null : ResetMapper.interval(limit.reset()),
                rotation == null ? null : rotation.interval(),
                declared.secretName(),
                holder(key.getStatus()),
                key.getMetadata().getDeletionTimestamp() != null);
    }

    /** A key as JSON. */
    public static DeclaredKey key(JsonNode key) {
        return key(read(key, OpenRouterKey.class));
    }

    /** A policy as JSON. */
    public static PolicyRules policy(JsonNode policy) {
        return PolicyMapper.rules(read(policy, OpenRouterPolicy.class));
    }

    private static @Nullable String holder(@Nullable OpenRouterKeyStatus status) {
        if (status == null) {
            return null;
        }
        boolean holds = status.current() != null
                || status.pending() != null
                || !status.previous().isEmpty();
        return holds ? status.account() : null;
    }

    /** Jackson's own message may quote the object. */
    private static <T> T read(JsonNode object, Class<T> kind) {
        try {
            return JSON.treeToValue(object, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no " + kind.getSimpleName());
        }
    }
}
