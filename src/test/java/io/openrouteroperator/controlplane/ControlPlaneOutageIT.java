package io.openrouteroperator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.controlplane.audit.AuditLog;
import org.junit.jupiter.api.Test;

/** An outage of kube-apiserver, on a control plane of its own since others would notice. */
class ControlPlaneOutageIT {

    @Test
    void comesBackOnTheSameAddressWithItsDataAndTokens() {
        try (ControlPlane controlPlane = ControlPlane.start(ControlPlaneOptions.apiOnly())) {
            // Given
            controlPlane.kubectl("create", "serviceaccount", "worker").orThrow();
            var kubeconfig = controlPlane.kubeconfigFor("default", "worker");
            controlPlane.killApiServer();
            assertThatThrownBy(() -> controlPlane.client().namespaces().list())
                    .isInstanceOf(KubernetesClientException.class);

            // When
            controlPlane.startApiServer();

            // Then
            assertThat(controlPlane.kubectlAs(kubeconfig, "auth", "whoami").orThrow())
                    .contains("system:serviceaccount:default:worker");
            assertThat(controlPlane
                            .auditLog()
                            .since(AuditLog.Mark.START)
                            .on("serviceaccounts")
                            .verb("create")
                            .count())
                    .isEqualTo(1);
        }
    }
}
