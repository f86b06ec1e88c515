package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.openrouteroperator.cli.ShippedCommand.Ended;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.wiring.CommandLineMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code helm test}, by real Helm. No container runs here, so what its pod would run is run beside it, as its ServiceAccount; Helm
 * learns how that ended from the pod's status.
 */
final class HelmRelease {
    static final String NAME = "openrouter-operator";
    static final String POD = "openrouter-operator-test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ControlPlane controlPlane;

    /** What Helm said, and what the command in the pod. */
    record Tested(CommandResult helm, Ended check) {}

    HelmRelease(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    /** Runs the release's test. */
    Tested test() throws Exception {
        CompletableFuture<CommandResult> helm = CompletableFuture.supplyAsync(() -> helm("test", "--timeout", "90s"));
        await("the test's pod runs").atMost(PATIENCE).until(() -> helm.isDone() || phase().equals("Running"));
        assertThat(helm.isDone()).as("Helm waits for the pod").isFalse();
        Pod pod = Objects.requireNonNull(pod());
        List<String> command = pod.getSpec().getContainers().getFirst().getCommand();
        assertThat(command.getLast()).isEqualTo(CommandLineMain.class.getName());
        Path kubeconfig = controlPlane.kubeconfigFor(
                InstalledOperator.NAMESPACE, pod.getSpec().getServiceAccountName());
        Ended ended = new ShippedCommand(kubeconfig)
                .end("", pod.getSpec().getContainers().getFirst().getArgs().toArray(String[]::new));
        controlPlane
                .kubectl(
                        "patch",
                        "pod",
                        POD,
                        "-n",
                        InstalledOperator.NAMESPACE,
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        "{\"status\":{\"phase\":\"%s\"}}".formatted(ended.exitCode() == 0 ? "Succeeded" : "Failed"))
                .orThrow();
        return new Tested(helm.join(), ended);
    }

    /** Runs a command of Helm on the release. */
    CommandResult helm(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, NAME, "--namespace", InstalledOperator.NAMESPACE));
        all.addAll(List.of(arguments));
        return controlPlane.helm(all.toArray(String[]::new));
    }

    private @Nullable Pod pod() {
        return controlPlane
                .client()
                .pods()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withName(POD)
                .get();
    }

    private String phase() {
        Pod pod = pod();
        return pod == null || pod.getMetadata().getDeletionTimestamp() != null
                ? ""
                : pod.getStatus().getPhase();
    }
}
