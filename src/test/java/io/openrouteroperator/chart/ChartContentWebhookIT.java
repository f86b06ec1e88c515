package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which Secrets and ConfigMaps the API server sends to the webhook. */
class ChartContentWebhookIT extends UnansweredWebhook {
    ChartContentWebhookIT(ControlPlane controlPlane) {
        super(controlPlane);
    }

    @Test
    void isSentConfigMapsWhoseContentIsNew() {
        kubectl("create", "configmap", "settings").orThrow();
        govern(namespace());

        assertThat(kubectl("create", "configmap", "one")).satisfies(result -> isSent(result, "configmaps"));
        assertThat(kubectl("annotate", "configmap", "settings", "holder=me")).satisfies(this::isPassed);
        assertThat(kubectl("patch", "configmap", "settings", "--type=merge", "-p", "{\"data\":{\"a\":\"b\"}}"))
                .satisfies(result -> isSent(result, "configmaps"));
        assertThat(kubectl(
                        "create",
                        "configmap",
                        "root",
                        "--as=system:serviceaccount:kube-system:root-ca-cert-publisher",
                        "--as-group=system:masters"))
                .satisfies(this::isPassed);
    }

    @Test
    void isSentSecretsExceptTheOperatorsOwn() {
        govern(namespace());

        assertThat(kubectl("create", "secret", "generic", "one")).satisfies(result -> isSent(result, "secrets"));
        assertThat(kubectl("create", "secret", "generic", "one", "--as=" + OPERATOR))
                .satisfies(this::isPassed);
    }

    @Test
    void isSentSecretsWhateverTheyClaimToBe() {
        govern(namespace());

        for (String type : List.of("helm.sh/release.v1", "bootstrap.kubernetes.io/token", "Opaque")) {
            assertThat(kubectl("create", "secret", "generic", "sh.helm.release.v1.web.v1", "--type=" + type))
                    .satisfies(result -> isSent(result, "secrets"));
        }
    }

    @Test
    void isSentDeletesOfManagedSecretsOnly() {
        kubectl("create", "secret", "generic", "managed").orThrow();
        kubectl("label", "secret", "managed", "app.kubernetes.io/managed-by=openrouter-operator")
                .orThrow();
        kubectl("create", "secret", "generic", "foreign").orThrow();
        govern(namespace());

        assertThat(kubectl("delete", "secret", "foreign")).satisfies(this::isPassed);
        assertThat(kubectl("delete", "secret", "managed")).satisfies(result -> isSent(result, "secrets"));
    }

    @Test
    void isSentWhatIsPutIntoThingsOnTheirWayOutButNotTheirFinalizersAndSecondDeletions() {
        for (String kind : List.of("secret", "configmap")) {
            kubectl("create", "-f", manifest("leaving-" + kind)).orThrow();
            govern(namespace());
            kubectl("delete", kind, "leaving", "--wait=false", COLLECTOR, MASTERS)
                    .orThrow();

            assertThat(kubectl("patch", kind, "leaving", "--type=merge", "-p", "{\"data\":{\"a\":\"YQ==\"}}"))
                    .satisfies(result -> isSent(result, kind + "s"));
            assertThat(kubectl("delete", kind, "leaving", "--wait=false")).satisfies(this::isPassed);
            assertThat(kubectl("patch", kind, "leaving", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}"))
                    .satisfies(this::isPassed);
            cluster().kubectl("label", "namespace", namespace(), LABEL + "-").orThrow();
        }
    }

    @Test
    void neverHoldsUpTheDeletionOfNamespaces() {
        kubectl("create", "secret", "generic", "managed").orThrow();
        kubectl("label", "secret", "managed", "app.kubernetes.io/managed-by=openrouter-operator")
                .orThrow();
        govern(namespace());

        assertThat(cluster().kubectl("delete", "namespace", namespace(), "--timeout=30s"))
                .satisfies(this::isPassed);
    }
}
