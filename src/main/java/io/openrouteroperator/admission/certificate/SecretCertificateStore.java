package io.openrouteroperator.admission.certificate;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps the certificates in a Secret of the operator's own namespace, readable by whoever may debug TLS there. */
public final class SecretCertificateStore implements CertificateStore {
    private static final int CONFLICT = 409;

    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    /** A store over the named Secret. */
    public SecretCertificateStore(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    @Override
    public Optional<Stored> load() {
        Secret secret = client.secrets().inNamespace(namespace).withName(name).get();
        return Optional.ofNullable(secret)
                .map(found ->
                        new Stored(read(found.getData()), found.getMetadata().getResourceVersion()));
    }

    @Override
    public boolean create(WebhookCertificates certificates) {
        return unlessConflict(
                () -> client.secrets().resource(secret(certificates, null)).create());
    }

    @Override
    public boolean replace(WebhookCertificates certificates, String resourceVersion) {
        return unlessConflict(() ->
                client.secrets().resource(secret(certificates, resourceVersion)).update());
    }

    private Secret secret(WebhookCertificates certificates, @Nullable String resourceVersion) {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(resourceVersion)
                .addToLabels("app.kubernetes.io/managed-by", "openrouter-operator")
                .endMetadata()
                .withType("Opaque")
                .withData(write(certificates))
                .build();
    }

    private static boolean unlessConflict(Runnable write) {
        try {
            write.run();
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    private static Map<String, String> write(WebhookCertificates certificates) {
        Map<String, String> data = new TreeMap<>();
        put(data, "ca", certificates.authority());
        put(data, "tls", certificates.serving());
        CertifiedKey next = certificates.nextAuthority();
        if (next != null) {
            put(data, "next-ca", next);
        }
        data.put("retired-ca.crt", encoded(Pem.of(certificates.retired())));
        return data;
    }

    private static void put(Map<String, String> data, String entry, CertifiedKey key) {
        data.put(entry + ".crt", encoded(Pem.of(List.of(key.certificate()))));
        data.put(entry + ".key", encoded(Pem.of(key.privateKey())));
    }

    /** Content that cannot be read counts as none: it is replaced, since nobody could serve with it. */
    private static @Nullable WebhookCertificates read(@Nullable Map<String, String> data) {
        if (data == null) {
            return null;
        }
        try {
            CertifiedKey authority = key(data, "ca");
            CertifiedKey serving = key(data, "tls");
            return authority == null || serving == null
                    ? null
                    : new WebhookCertificates(
                            authority, key(data, "next-ca"), Pem.certificates(text(data, "retired-ca.crt")), serving);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable CertifiedKey key(Map<String, String> data, String entry) throws GeneralSecurityException {
        String certificate = text(data, entry + ".crt");
        return certificate.isEmpty()
                ? null
                : new CertifiedKey(
                        Pem.certificates(certificate).getFirst(), Pem.privateKey(text(data, entry + ".key")));
    }

    private static String text(Map<String, String> data, String entry) {
        return new String(Base64.getDecoder().decode(data.getOrDefault(entry, "")), StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
