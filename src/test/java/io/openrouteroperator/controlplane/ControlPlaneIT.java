package io.openrouteroperator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.controlplane.audit.AuditEntries;
import io.openrouteroperator.controlplane.audit.AuditLog;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ControlPlaneExtension.class)
class ControlPlaneIT {

    private final ControlPlane controlPlane;
    private String namespace = "";

    ControlPlaneIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @BeforeEach
    void createNamespaceWithServiceAccount(TestInfo test) {
        namespace = "cp-" + Integer.toHexString(test.getDisplayName().hashCode());
        controlPlane
                .client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        controlPlane
                .client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("worker")
                        .withNamespace(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @Test
    void serviceAccountTokenIsWhoItSays() {
        Path kubeconfig = controlPlane.kubeconfigFor(namespace, "worker");

        String answer = controlPlane
                .kubectlAs(kubeconfig, "auth", "whoami", "-o", "jsonpath={.status.userInfo.username}")
                .orThrow();

        assertThat(answer).isEqualTo("system:serviceaccount:" + namespace + ":worker");
    }

    @Test
    void saysWhichReleaseItIs() {
        assertThat(controlPlane.client().getKubernetesVersion().getGitVersion()).matches("v1\\.\\d+\\.\\d+");
    }

    @Test
    void refusesServiceAccountWithoutRole() {
        try (KubernetesClient worker = clientOfWorker()) {
            assertThatThrownBy(() -> worker.secrets().inNamespace(namespace).list())
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            refusal -> assertThat(refusal.getCode()).isEqualTo(403));
        }
    }

    @Test
    void podOfDeploymentBecomesRunningOnTheNode() {
        controlPlane
                .kubectl("create", "deployment", "web", "--image=registry.invalid/web", "-n", namespace)
                .orThrow();

        Pod pod = await("a running pod")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> controlPlane.client().pods().inNamespace(namespace).list().getItems().stream()
                                .filter(found ->
                                        "Running".equals(found.getStatus().getPhase()))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        assertThat(pod.getSpec().getNodeName()).isEqualTo(Components.NODE);
    }

    @Test
    void auditLogCountsEachWriteOfAUserOnce() {
        AuditLog.Mark mark = controlPlane.auditLog().mark();

        createSettings("first");
        createSettings("second");

        AuditEntries writes =
                controlPlane.auditLog().since(mark).by("admin").in(namespace).writes();
        assertThat(writes.on("configmaps").count()).as(writes.toString()).isEqualTo(2);
        assertThat(controlPlane
                        .auditLog()
                        .since(mark)
                        .byServiceAccount(namespace, "worker")
                        .count())
                .isZero();
    }

    @Test
    void helmSeesTheClusterAndNothingOfTheUsersOwn() {
        assertThat(controlPlane
                        .helm("list", "-n", namespace, "-o", "json")
                        .orThrow()
                        .strip())
                .isEqualTo("[]");
        assertThat(controlPlane.helm("env").orThrow()).contains("HELM_CONFIG_HOME=\"" + controlPlane.workDirectory());
    }

    private void createSettings(String name) {
        controlPlane
                .client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    private KubernetesClient clientOfWorker() {
        Config config = Config.fromKubeconfig(
                controlPlane.kubeconfigFor(namespace, "worker").toFile());
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
