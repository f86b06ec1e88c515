package io.openrouteroperator.reconcile.key;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.DeletionPolicy;
import io.openrouteroperator.api.v1alpha1.key.SecretTemplate;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.rotation.PolicyProof;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The Secret as it should be, whole: entries, labels, annotations and owner. */
final class SecretRendering {
    /**
     * What goes into the Secret.
     *
     * @param value the key
     * @param serial its generation
     * @param expiresAt its hard end, null for none
     * @param publishedAt when it came into the Secret
     * @param proof what it was proven to be allowed, null when nobody knows any more
     * @param baseUrl where services send their requests
     * @param providerPreferences the {@code provider} object of a request, as JSON
     */
    record Content(
            SecretValue value,
            int serial,
            @Nullable Instant expiresAt,
            Instant publishedAt,
            @Nullable PolicyProof proof,
            String baseUrl,
            String providerPreferences) {}

    private static final String BASE_URL = "OPENROUTER_BASE_URL";
    private static final String PREFERENCES = "OPENROUTER_PROVIDER_PREFERENCES";
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false);

    private SecretRendering() {}

    /** Why a template does not render, as a sentence that names the field; empty when all do. */
    static Optional<String> problem(OpenRouterKey key) {
        Content sample = new Content(SecretValue.of("sample"), 1, Instant.EPOCH, Instant.EPOCH, null, "", "");
        for (Map.Entry<String, String> template :
                SecretNames.template(key).templates().entrySet()) {
            try {
                render(template.getValue(), sample);
            } catch (MustacheException invalid) {
                return Optional.of(
                        "spec.secret.templates[%s]: %s; known names are apiKey, baseUrl, providerPreferences, serial, expiresAt"
                                .formatted(template.getKey(), invalid.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** The Secret for an OpenRouterKey; has no resource version. */
    static Secret render(OpenRouterKey key, Content content, String operatorName) {
        SecretBuilder secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(key.getMetadata().getNamespace())
                .withName(SecretNames.name(key))
                .withLabels(labels(key, operatorName))
                .withAnnotations(annotations(key, content))
                .endMetadata()
                .withType("Opaque")
                .withData(data(key, content));
        if (key.getSpec().deletionPolicy() != DeletionPolicy.RETAIN) {
            secret.editMetadata()
                    .withOwnerReferences(new OwnerReferenceBuilder()
                            .withApiVersion(key.getApiVersion())
                            .withKind(key.getKind())
                            .withName(key.getMetadata().getName())
                            .withUid(key.getMetadata().getUid())
                            .withController(true)
                            .build())
                    .endMetadata();
        }
        return secret.build();
    }

    /** The entries that hold the key's value: whoever reads one of them uses the key. */
    static Set<String> keyEntries(OpenRouterKey key) {
        SecretTemplate template = SecretNames.template(key);
        Set<String> entries = new TreeSet<>(template.aliases());
        entries.addAll(template.templates().keySet());
        entries.add(SecretNames.entry(key));
        return entries;
    }

    /** All entries that the Secret of an OpenRouterKey has. */
    static Set<String> entries(OpenRouterKey key) {
        SecretTemplate template = SecretNames.template(key);
        Set<String> entries = keyEntries(key);
        entries.addAll(template.literals().keySet());
        if (includesRouting(template)) {
            entries.addAll(List.of(BASE_URL, PREFERENCES));
        }
        return entries;
    }

    private static boolean includesRouting(SecretTemplate template) {
        return !Boolean.FALSE.equals(template.includeRouting());
    }

    private static Map<String, String> data(OpenRouterKey key, Content content) {
        SecretTemplate template = SecretNames.template(key);
        Map<String, String> entries = new TreeMap<>(template.literals());
        template.templates().forEach((name, text) -> entries.put(name, render(text, content)));
        if (includesRouting(template)) {
            entries.put(BASE_URL, content.baseUrl());
            entries.put(PREFERENCES, content.providerPreferences());
        }
        template.aliases().forEach(alias -> entries.put(alias, content.value().reveal()));
        entries.put(SecretNames.entry(key), content.value().reveal());
        entries.replaceAll((_, value) -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        return entries;
    }

    private static Map<String, String> labels(OpenRouterKey key, String operatorName) {
        Map<String, String> labels = new TreeMap<>(SecretNames.template(key).labels());
        labels.put(Labels.MANAGED_BY, operatorName);
        labels.put(Labels.OWNER_UID, key.getMetadata().getUid());
        labels.put(Labels.CLASSIFICATION, key.getSpec().classification());
        return labels;
    }

    private static Map<String, String> annotations(OpenRouterKey key, Content content) {
        Map<String, String> annotations =
                new TreeMap<>(SecretNames.template(key).annotations());
        annotations.put(Annotations.SERIAL, Integer.toString(content.serial()));
        annotations.put(Annotations.KEY_HASH, content.value().hash().value());
        annotations.put(Annotations.PUBLISHED_AT, content.publishedAt().toString());
        PolicyProof proof = content.proof();
        if (proof != null) {
            annotations.put(Annotations.POLICY_PROOF, ProofText.write(proof));
        }
        return annotations;
    }

    private static String render(String template, Content content) {
        return MUSTACHE.compile(template)
                .execute(Map.of(
                        "apiKey", content.value().reveal(),
                        "baseUrl", content.baseUrl(),
                        "providerPreferences", content.providerPreferences(),
                        "serial", content.serial(),
                        "expiresAt", Objects.toString(content.expiresAt(), "")));
    }
}
