package io.openrouteroperator.audit;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Secret that all replicas sign with. It is made once; one that is there is never overwritten, whatever is in it. */
final class SigningSecret {
    private static final String PRIVATE = "private.pem";
    private static final String PUBLIC = "public.pem";

    private final KubernetesClient client;
    private final String namespace;
    private final String name;
    private @Nullable SigningKeys keys;

    SigningSecret(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    /** The key pair. */
    SigningKeys keys() {
        if (keys == null) {
            Secret found = find();
            keys = found == null ? create() : read(found);
        }
        return keys;
    }

    private @Nullable Secret find() {
        return client.secrets().inNamespace(namespace).withName(name).get();
    }

    private SigningKeys create() {
        SigningKeys made = SigningKeys.generate();
        try {
            client.resource(secret(made)).create();
            return made;
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw refused;
            }
            return read(Objects.requireNonNull(find(), "somebody else made it a moment ago"));
        }
    }

    private Secret secret(SigningKeys made) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels("app.kubernetes.io/managed-by", "openrouter-operator")
                .endMetadata()
                .withType("Opaque")
                .withStringData(Map.of(PRIVATE, made.privatePem(), PUBLIC, made.publicPem()))
                .build();
    }

    private SigningKeys read(Secret secret) {
        try {
            return SigningKeys.read(entry(secret, PRIVATE), entry(secret, PUBLIC));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Secret %s/%s holds no Ed25519 key pair in %s and %s: delete it, and a new one is made"
                            .formatted(namespace, name, PRIVATE, PUBLIC),
                    e);
        }
    }

    private static String entry(Secret secret, String name) {
        Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
        return new String(Base64.getDecoder().decode(data.getOrDefault(name, "")), StandardCharsets.US_ASCII);
    }
}
