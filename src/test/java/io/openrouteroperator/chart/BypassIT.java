package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways past admission that only a real API server can decide. Nothing listens and the webhook fails closed, so a request is seen
 * exactly if it is refused with the failed call.
 */
@ExtendWith(ControlPlaneExtension.class)
class BypassIT {
    private static final String RELEASE = "bypass";
    private static final String LABEL = "bypass.example.org/governed";
    private static final String CHANGED = "example.org/changed";
    private static final Path WORKLOAD =
            Path.of("src/test/resources/io/openrouteroperator/chart/manifests/workload-deployment.yaml");

    private final ControlPlane controlPlane;
    private final String namespace;
    private final Path changed;

    @BeforeAll
    static void install(ControlPlane controlPlane) {
        new Chart(controlPlane, RELEASE)
                .install(
                        "crds.enabled=false",
                        "replicaCount=0",
                        "webhook.url=https://127.0.0.1:1/validate",
                        "webhook.governedLabel.key=" + LABEL.replace(".", "\\."))
                .orThrow();
    }

    /** Other tests count what the API server lets pass unseen. */
    @AfterAll
    static void uninstall(ControlPlane controlPlane) {
        new Chart(controlPlane, RELEASE).uninstall().orThrow();
    }

    BypassIT(ControlPlane controlPlane, @TempDir Path work) throws IOException {
        this.controlPlane = controlPlane;
        this.namespace = "bypass-" + work.getFileName().toString().replaceAll("[^0-9]", "");
        this.changed = Files.writeString(
                work.resolve("changed.yaml"), Files.readString(WORKLOAD).replace("example.org/main", CHANGED));
        controlPlane.kubectl("create", "namespace", namespace).orThrow();
        kubectl("apply", "-f", WORKLOAD.toString()).orThrow();
        controlPlane.kubectl("label", "namespace", namespace, LABEL + "=true").orThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply -f FILE",
                "apply --server-side --force-conflicts -f FILE",
                "replace -f FILE",
                "replace --force -f FILE",
                "set image deployment/workload main=example.org/changed",
                "patch deployment workload --type=strategic -p {\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"example.org/changed\"}]}}}}",
                "patch deployment workload --type=merge -p {\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"example.org/changed\"}]}}}}",
                "patch deployment workload --type=json -p [{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"example.org/changed\"}]"
            })
    void everyVerbOfKubectlIsSeen(String command) {
        CommandResult result =
                kubectl(command.replace("FILE", changed.toString()).split(" ", -1));

        assertThat(result.stderr()).contains("failed calling webhook \"workloads.admission.openrouter-operator.io\"");
    }

    @Test
    void namespaceAdminsCannotTakeTheLabelOff() {
        kubectl("create", "rolebinding", "jane", "--clusterrole=admin", "--user=jane")
                .orThrow();

        assertThat(kubectl("get", "pods", "--as=jane").exitCode()).isZero();
        assertThat(kubectl("label", "namespace", namespace, LABEL + "-", "--as=jane")
                        .stderr())
                .contains("forbidden");
    }

    private CommandResult kubectl(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--namespace", namespace));
        return controlPlane.kubectl(all.toArray(String[]::new));
    }
}
