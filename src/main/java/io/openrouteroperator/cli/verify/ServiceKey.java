package io.openrouteroperator.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountSpec;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.SecretTemplate;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.OwnKinds;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.governance.PolicyMapper;
import io.openrouteroperator.listing.ObjectKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published key with what it may do, read from the cluster with the rights of whoever runs the command.
 *
 * @param value the key itself
 * @param rules of its class
 * @param approved slugs of the providers that may serve, empty when any may
 * @param connection to its account, with the service's key
 */
record ServiceKey(SecretValue value, ClassificationRules rules, Optional<Set<String>> approved, Connection connection) {
    private static final int REQUESTS_PER_SECOND = 2;

    /** Reads it; throws {@link ClusterUnreadableException} that says what is missing. */
    static ServiceKey read(ClusterObjects objects, String namespace, String name) {
        OpenRouterKey key = OwnKinds.key(need(objects, ObjectKind.KEY, namespace, name), namespace);
        OpenRouterKeyStatus status = key.getStatus();
        if (status == null || status.current() == null || status.policy() == null || status.account() == null) {
            throw new ClusterUnreadableException(
                    "OpenRouterKey %s/%s has no key yet; kubectl openrouter status says why."
                            .formatted(namespace, name));
        }
        OpenRouterPolicy policy = OwnKinds.policy(need(objects, ObjectKind.POLICY, "", status.policy()));
        OpenRouterAccount account = OwnKinds.account(need(objects, ObjectKind.ACCOUNT, "", status.account()));
        SecretValue value = value(objects, key, Objects.requireNonNullElse(status.secretName(), name));
        URI url = URI.create(
                Objects.requireNonNullElse(account.getSpec().baseUrl(), OpenRouterAccountSpec.DEFAULT_BASE_URL));
        return new ServiceKey(
                value,
                rules(policy, key),
                approved(policy, key),
                new Connection(status.account(), url, value, REQUESTS_PER_SECOND));
    }

    private static SecretValue value(ClusterObjects objects, OpenRouterKey key, String secret) {
        String namespace = key.getMetadata().getNamespace();
        @Nullable
        String entry =
                key.getSpec().secret() == null ? null : key.getSpec().secret().key();
        String wanted = Objects.requireNonNullElse(entry, SecretTemplate.DEFAULT_ENTRY);
        JsonNode encoded =
                need(objects, ObjectKind.SECRET, namespace, secret).path("data").path(wanted);
        if (!encoded.isTextual()) {
            throw new ClusterUnreadableException("Secret %s/%s has no entry %s.".formatted(namespace, secret, wanted));
        }
        return SecretValue.of(new String(Base64.getDecoder().decode(encoded.asText()), StandardCharsets.UTF_8));
    }

    private static ClassificationRules rules(OpenRouterPolicy policy, OpenRouterKey key) {
        return PolicyMapper.rules(policy).classifications().stream()
                .filter(each -> each.name().equals(key.getSpec().classification()))
                .findFirst()
                .orElseThrow(() -> notInPolicy(policy, key));
    }

    private static Optional<Set<String>> approved(OpenRouterPolicy policy, OpenRouterKey key) {
        ClassificationStatus compiled = Optional.ofNullable(policy.getStatus()).stream()
                .flatMap(status -> status.classifications().stream())
                .filter(each -> each.name().equals(key.getSpec().classification()))
                .findFirst()
                .orElseThrow(() -> notInPolicy(policy, key));
        return compiled.effectiveProviders().contains("*")
                ? Optional.empty()
                : Optional.of(Set.copyOf(compiled.effectiveProviders()));
    }

    private static ClusterUnreadableException notInPolicy(OpenRouterPolicy policy, OpenRouterKey key) {
        return new ClusterUnreadableException("OpenRouterPolicy %s has no class \"%s\" in force."
                .formatted(policy.getMetadata().getName(), key.getSpec().classification()));
    }

    private static JsonNode need(ClusterObjects objects, ObjectKind kind, String namespace, String name) {
        return objects.find(kind, namespace, name)
                .orElseThrow(() -> new ClusterUnreadableException("There is no %s %s."
                        .formatted(kind.kind(), namespace.isEmpty() ? name : namespace + "/" + name)));
    }
}
