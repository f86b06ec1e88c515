package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which pods the API server sends to the webhook. */
class ChartPodWebhookIT extends UnansweredWebhook {
    private static final String NODE = "--as=system:node:kwok";

    ChartPodWebhookIT(ControlPlane controlPlane) {
        super(controlPlane);
    }

    @BeforeAll
    void letNodesMakePods() {
        cluster()
                .kubectl(
                        "create",
                        "clusterrolebinding",
                        "chart-webhook-node",
                        "--clusterrole=admin",
                        "--group=system:nodes")
                .orThrow();
    }

    @Test
    void isSentNewPodsOfGovernedNamespacesOnly() {
        assertThat(kubectl("create", "-f", manifest("pod"))).satisfies(this::isPassed);

        govern(namespace());

        assertThat(kubectl("create", "-f", manifest("other-pod"))).satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void isNotSentPodsThatOnlyLoseFinalizers() {
        kubectl("create", "-f", manifest("pod")).orThrow();
        govern(namespace());

        assertThat(kubectl(
                        "patch", "pod", "pod", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":[\"b.org/b\"]}}"))
                .satisfies(this::isPassed);
        kubectl("delete", "pod", "pod", "--wait=false").orThrow();
        assertThat(kubectl("patch", "pod", "pod", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}"))
                .satisfies(this::isPassed);
    }

    @Test
    void isSentPodsWhoseSpecificationOrMetadataChanges() {
        kubectl("create", "-f", manifest("pod")).orThrow();
        govern(namespace());

        assertThat(kubectl("label", "pod", "pod", "a=b")).satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("annotate", "pod", "pod", "a=b")).satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("set", "image", "pod/pod", "main=example.org/other"))
                .satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("debug", "pod", "--image=example.org/debug")).satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void isNotSentMirrorsThatKubeletsMakeAndNobodyElse() {
        govern(namespace());

        assertThat(kubectl("create", "-f", manifest("mirror-pod"), NODE, "--as-group=system:nodes"))
                .satisfies(result -> assertThat(result.stderr()).doesNotContain("failed calling webhook"));
        assertThat(kubectl("create", "-f", manifest("mirror-pod"))).satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("create", "-f", manifest("mirror-pod"), "--as=jane", "--as-group=system:nodes"))
                .satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void mirrorsThatNameASecretAreRefusedByTheApiServerItself() {
        govern(namespace());

        assertThat(kubectl("create", "-f", manifest("mirror-pod-with-secret"), NODE, "--as-group=system:nodes")
                        .stderr())
                .contains("a mirror pod may not reference secrets");
    }

    @Test
    void deletionTimestampsThatUsersWriteDoNotCount() {
        govern(namespace());

        assertThat(kubectl("create", "-f", manifest("pod-that-claims-to-be-leaving")))
                .satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void isNeverSentWhatHappensInSystemNamespaces() {
        for (String system : List.of("kube-system", "kube-public", "kube-node-lease", RELEASE)) {
            govern(system);
            assertThat(cluster().kubectl("create", "-f", manifest("pod"), "-n", system, "--dry-run=server"))
                    .as(system)
                    .satisfies(this::isPassed);
            assertThat(cluster().kubectl("create", "secret", "generic", "s", "-n", system, "--dry-run=server"))
                    .as(system)
                    .satisfies(this::isPassed);
        }
    }
}
