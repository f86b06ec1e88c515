package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.rotation.PolicyProof;
import io.openrouteroperator.core.rotation.SecretState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes delivered Secrets by name; the operator may neither list nor watch Secrets. */
final class SecretStore {
    private final KubernetesClient client;

    SecretStore(KubernetesClient client) {
        this.client = client;
    }

    /** The Secret of an OpenRouterKey, as it is. */
    Optional<Secret> find(OpenRouterKey key) {
        return Optional.ofNullable(client.secrets()
                .inNamespace(key.getMetadata().getNamespace())
                .withName(SecretNames.name(key))
                .get());
    }

    /**
     * What the Secret is to the protocol.
     *
     * @param wanted the Secret as it should be around a value and serial, or null when nobody can say now
     */
    static SecretState state(
            OpenRouterKey key, Optional<Secret> found, Function<SecretValue, @Nullable Secret> wanted) {
        if (found.isEmpty()) {
            return new SecretState.Absent();
        }
        Secret secret = found.get();
        Optional<SecretValue> value = value(key, secret);
        KeyHash valueHash = value.map(KeyHash::of).orElse(null);
        if (!isOurs(key, secret)) {
            return new SecretState.Foreign(
                    ("spec.secret.name: Secret '%s' exists and was not made for this OpenRouterKey;"
                                    + " choose another name, or delete that Secret")
                            .formatted(secret.getMetadata().getName()),
                    valueHash,
                    Takeover.obstacle(key, secret).orElse(null));
        }
        boolean rendered =
                value.map(wanted).map(expected -> agrees(expected, secret)).orElse(true);
        return new SecretState.Ours(
                valueHash,
                serial(secret),
                rendered,
                proof(secret).orElse(null),
                publishedAt(secret).orElse(null));
    }

    /** The value in the Secret's key entry. */
    static Optional<SecretValue> value(OpenRouterKey key, Secret secret) {
        return Optional.ofNullable(secret.getData())
                .map(data -> data.get(SecretNames.entry(key)))
                .map(encoded -> SecretValue.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8)))
                .filter(value -> !value.reveal().isEmpty());
    }

    /** The proof that the Secret carries. */
    static Optional<PolicyProof> proof(Secret secret) {
        return annotation(secret, Annotations.POLICY_PROOF).flatMap(ProofText::read);
    }

    /**
     * Writes the Secret over the one that was read, or makes it where there was none; a Secret that changed meanwhile is not
     * overwritten.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException with code 409 when it changed
     */
    void write(Secret wanted, Optional<Secret> read) {
        if (read.isEmpty()) {
            client.resource(wanted).create();
            return;
        }
        Secret merged = new SecretBuilder(wanted)
                .editMetadata()
                .withResourceVersion(read.get().getMetadata().getResourceVersion())
                .withUid(read.get().getMetadata().getUid())
                .endMetadata()
                .build();
        client.resource(merged).update();
    }

    private static boolean isOurs(OpenRouterKey key, Secret secret) {
        Map<String, String> labels = secret.getMetadata().getLabels();
        return labels != null && key.getMetadata().getUid().equals(labels.get(Labels.OWNER_UID));
    }

    private static boolean agrees(Secret expected, Secret actual) {
        return Objects.equals(expected.getData(), actual.getData())
                && contains(
                        actual.getMetadata().getLabels(), expected.getMetadata().getLabels())
                && contains(
                        actual.getMetadata().getAnnotations(),
                        expected.getMetadata().getAnnotations())
                && expected.getMetadata()
                        .getOwnerReferences()
                        .equals(actual.getMetadata().getOwnerReferences());
    }

    private static boolean contains(@Nullable Map<String, String> actual, Map<String, String> expected) {
        return actual != null && actual.entrySet().containsAll(expected.entrySet());
    }

    private static int serial(Secret secret) {
        return annotation(secret, Annotations.SERIAL)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static Optional<Instant> publishedAt(Secret secret) {
        try {
            return annotation(secret, Annotations.PUBLISHED_AT).map(Instant::parse);
        } catch (DateTimeParseException edited) {
            return Optional.empty();
        }
    }

    private static Optional<String> annotation(Secret secret, String name) {
        return Optional.ofNullable(secret.getMetadata().getAnnotations()).map(all -> all.get(name));
    }
}
