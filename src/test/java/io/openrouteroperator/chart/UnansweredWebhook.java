package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The webhook as the chart declares it, with nobody behind: it fails closed, so a request is refused with the failed call exactly if
 * the API server sends it.
 */
@ExtendWith(ControlPlaneExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnansweredWebhook {
    static final String COLLECTOR = "--as=system:serviceaccount:kube-system:generic-garbage-collector";
    static final String MASTERS = "--as-group=system:masters";
    static final String RELEASE = "chart-webhook";
    static final String OPERATOR = "system:serviceaccount:chart-webhook:chart-webhook-openrouter-operator";
    static final String LABEL = "chart-webhook.example.org/governed";

    private static final Path MANIFESTS = Path.of("src/test/resources/io/openrouteroperator/chart/manifests");

    private final ControlPlane controlPlane;
    private String namespace = "";

    UnansweredWebhook(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @BeforeAll
    void install() {
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
    void uninstall() {
        new Chart(controlPlane, RELEASE).uninstall().orThrow();
    }

    @BeforeEach
    void createNamespace(TestInfo test) {
        String name = getClass().getName() + test.getDisplayName();
        namespace = "chart-webhook-" + Integer.toHexString(name.hashCode());
        controlPlane.kubectl("create", "namespace", namespace).orThrow();
    }

    final ControlPlane cluster() {
        return controlPlane;
    }

    final String namespace() {
        return namespace;
    }

    final void govern(String name) {
        controlPlane.kubectl("label", "namespace", name, LABEL + "=true").orThrow();
    }

    /** In the namespace of the test. */
    final CommandResult kubectl(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--namespace", namespace));
        return controlPlane.kubectl(all.toArray(String[]::new));
    }

    final void isPassed(CommandResult result) {
        assertThat(result.exitCode()).as(result.stderr()).isZero();
    }

    final void isSent(CommandResult result, String webhook) {
        assertThat(result.stderr())
                .contains("failed calling webhook \"%s.admission.openrouter-operator.io\"".formatted(webhook));
    }

    static String manifest(String name) {
        Path file = MANIFESTS.resolve(name + ".yaml");
        assertThat(file).isRegularFile();
        return file.toString();
    }
}
