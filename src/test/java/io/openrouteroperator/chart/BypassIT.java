package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways past admission that only a real API server can decide.
 */
class BypassIT extends UnansweredWebhook {
    private static final String CHANGED = "example.org/changed";

    BypassIT(ControlPlane controlPlane) {
        super(controlPlane);
    }

    @BeforeEach
    void runAWorkload() {
        kubectl("apply", "-f", manifest("workload-deployment")).orThrow();
        govern(namespace());
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
    void everyVerbOfKubectlIsSeen(String command, @TempDir Path work) throws IOException {
        Path changed = Files.writeString(
                work.resolve("changed.yaml"),
                Files.readString(Path.of(manifest("workload-deployment"))).replace("example.org/main", CHANGED));
        CommandResult result =
                kubectl(command.replace("FILE", changed.toString()).split(" ", -1));

        isSent(result, "workloads");
    }

    @Test
    void namespaceAdminsCannotTakeTheLabelOff() {
        kubectl("create", "rolebinding", "jane", "--clusterrole=admin", "--user=jane")
                .orThrow();

        assertThat(kubectl("get", "pods", "--as=jane").exitCode()).isZero();
        assertThat(kubectl("label", "namespace", namespace(), LABEL + "-", "--as=jane")
                        .stderr())
                .contains("forbidden");
    }
}
