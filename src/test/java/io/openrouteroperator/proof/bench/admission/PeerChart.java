package io.openrouteroperator.proof.bench.admission;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import io.openrouteroperator.installation.ContainerEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart of another project, installed with its own values. Its pods run on a fake node and do nothing; a process does the work
 * of one of them, as its ServiceAccount and with the arguments and the environment that the chart gives it.
 *
 * @param deployment of the admission controller
 */
record PeerChart(ControlPlane controlPlane, String namespace, String deployment) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Installs it, without the jobs around an installation. */
    static PeerChart install(ControlPlane controlPlane, Path chart, String namespace, String deployment) {
        controlPlane
                .helm(
                        "install",
                        chart.getFileName().toString(),
                        chart.toString(),
                        "--namespace",
                        namespace,
                        "--create-namespace",
                        "--no-hooks")
                .orThrow();
        return new PeerChart(controlPlane, namespace, deployment);
    }

    /** Starts the program, with more arguments after those of the chart: ports, and where certificates lie. */
    SupervisedProcess start(Path program, List<String> more) {
        Deployment installed = controlPlane
                .client()
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .require();
        var pod = installed.getSpec().getTemplate().getSpec();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(pod.getContainers().getFirst().getArgs());
        command.addAll(more);
        command.add("--kubeconfig=" + controlPlane.kubeconfigFor(namespace, pod.getServiceAccountName()));
        return Launch.of(program.getFileName().toString(), controlPlane.workDirectory(), command)
                .withEnvironment(ContainerEnvironment.of(installed, podOf(installed)))
                .start();
    }

    /** Some write that they belong to their pod, so there has to be one. */
    private String podOf(Deployment installed) {
        return await(deployment + " to have a pod")
                .atMost(PATIENCE)
                .until(
                        () -> controlPlane
                                .client()
                                .pods()
                                .inNamespace(namespace)
                                .withLabels(installed.getSpec().getSelector().getMatchLabels())
                                .list()
                                .getItems(),
                        found -> !found.isEmpty())
                .getFirst()
                .getMetadata()
                .getName();
    }
}
