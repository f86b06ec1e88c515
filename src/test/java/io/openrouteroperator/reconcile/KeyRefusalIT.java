package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key that cannot be granted says why and what to write instead, and nothing is made at OpenRouter for it. */
@ExtendWith(InstallationExtension.class)
class KeyRefusalIT {
    private static final String CLASSES = Tenant.INTERNAL + """
            - name: confidential
              namespaceSelector: {matchLabels: {tier: confidential}}
              providers: {allow: [anthropic]}
              limit: {maxUsd: 50, reset: Weekly}
            """;

    private final Tenant tenant;

    KeyRefusalIT(Installation installation) {
        // What admission would say sooner must still be said by the status of what slipped past it.
        this.tenant = Tenant.create(installation, "refusal", CLASSES).pastAdmission();
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void namesNearestClassificationForUnknownOne() {
        tenant.requestKey("service", "classification: internl");

        assertRefused("ClassificationUnknown", "spec.classification", "did you mean 'internal'");
    }

    @Test
    void refusesClassThatNamespaceMayNotClaim() {
        tenant.requestKey("service", "classification: confidential");

        assertRefused("NamespaceNotAllowed", "spec.classification", "namespaceSelector");
    }

    @Test
    void refusesLimitAboveClass() {
        tenant.requestKey("service", """
                classification: internal
                limit: {usd: 500, reset: Monthly}
                """);

        assertRefused("LimitNotAllowed", "spec.limit", "at most 100");
    }

    @Test
    void refusesRotationLooserThanPolicy() {
        tenant.apply(tenant.policy(Tenant.INTERNAL.stripTrailing() + "\n  rotation: {interval: 10d}\n"));
        tenant.requestKey("service", """
                classification: internal
                rotation: {interval: 30d}
                """);

        assertRefused("RotationNotAllowed", "spec.rotation", "10d");
    }

    @Test
    void refusesPolicyThatDoesNotExist() {
        tenant.requestKey("service", """
                classification: internal
                policyRef: {name: nobody}
                """);

        assertRefused("PolicyNotFound", "nobody");
    }

    @Test
    void asksWhichOfSeveralPolicies() {
        tenant.apply(tenant.policy(Tenant.INTERNAL).replaceFirst("name: [^}]+", "name: " + tenant.name() + "-too"));
        tenant.requestKey("service", "classification: internal");

        assertRefused("SeveralPolicies", "spec.policyRef.name", tenant.name() + "-too");
    }

    @Test
    void saysThatNoPolicyGovernsNamespace() {
        tenant.client().namespaces().withName(tenant.name()).edit(namespace -> {
            namespace.getMetadata().getLabels().remove("tenant");
            return namespace;
        });
        tenant.requestKey("service", "classification: internal");

        assertRefused("NoPolicy", "label the namespace");
    }

    @Test
    void leavesSecretOfSomebodyElseAlone() {
        // Given
        tenant.storeSecret("service", "theirs", "value");

        // When
        tenant.requestKey("service", "classification: internal");

        // Then
        assertRefused("SecretNotOwned", "spec.secret.name");
        assertThat(DeliveredKey.entry(tenant.secret("service").orElseThrow(), "theirs"))
                .isEqualTo("value");
    }

    private void assertRefused(String reason, String... words) {
        OpenRouterKey key = tenant.awaitKey("service", "False", reason);
        assertThat(Readiness.message(key.getStatus().conditions())).contains(words);
        assertThat(tenant.remotes()).as("keys at OpenRouter").isEmpty();
        tenant.awaitEvent("service", reason);
    }
}
