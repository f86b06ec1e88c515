package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** etcd is restored from a backup: objects, statuses and Secrets are from before a rotation, OpenRouter is from after it. */
@ExtendWith(InstallationExtension.class)
class RestoreIT {
    private static final String CLASS = """
            - name: internal
              providers: {allow: [openai, anthropic]}
              limit: {maxUsd: 100, reset: Monthly}
              rotation: {overlap: {min: 1s, max: 2m}}
            """;

    private final Installation installation;
    private final Tenant tenant;

    RestoreIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "restore", CLASS);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void makesNewKeyForOneThatBackupBringsBackAfterItWasDeleted() {
        // Given a backup, and a rotation after it
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        tenant.await("the first key is rolled out", () -> rolledOut(tenant.key("service")));
        OpenRouterKey key = tenant.key("service");
        Secret secret = tenant.secret("service").orElseThrow();
        String first = requireNonNull(key.getStatus().current()).hash();
        object().edit(now -> {
            now.getMetadata().getAnnotations().put("openrouter-operator.io/rotate", "once");
            return now;
        });
        awaitSerial(2);
        tenant.await("the first key is deleted", () -> tenant.remote(first).isEmpty());

        // When
        installation.operator().kill();
        restore(key, secret);
        installation.operator().start();

        // Then
        tenant.awaitEvent("service", "KeyDeletedRemotely");
        awaitSerial(3);
        tenant.awaitPublished("service");
        assertThat(tenant.remoteOf("service").orElseThrow().disabled()).isFalse();
        assertThat(tenant.remoteOf("service").orElseThrow().hash())
                .as("the key that works is the one on record")
                .isEqualTo(requireNonNull(tenant.key("service").getStatus().current())
                        .hash());
        assertThat(installation.openRouter().contractViolations()).isEmpty();
    }

    private void restore(OpenRouterKey key, Secret secret) {
        object().edit(now -> {
            now.getMetadata().setAnnotations(key.getMetadata().getAnnotations());
            return now;
        });
        object().editStatus(now -> {
            now.setStatus(key.getStatus());
            return now;
        });
        tenant.client().secrets().inNamespace(tenant.name()).withName("service").edit(now -> {
            now.getMetadata().setAnnotations(secret.getMetadata().getAnnotations());
            now.getMetadata().setLabels(secret.getMetadata().getLabels());
            now.setData(secret.getData());
            return now;
        });
    }

    private Resource<OpenRouterKey> object() {
        return tenant.client()
                .resources(OpenRouterKey.class)
                .inNamespace(tenant.name())
                .withName("service");
    }

    private static boolean rolledOut(OpenRouterKey key) {
        return requireNonNull(key.getStatus().current()).rolledOutAt() != null;
    }

    private void awaitSerial(int serial) {
        tenant.await(
                "serial " + serial + " is published",
                () -> requireNonNull(tenant.key("service").getStatus().current())
                                .serial()
                        == serial);
    }
}
