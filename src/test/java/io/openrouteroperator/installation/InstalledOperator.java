package io.openrouteroperator.installation;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.openrouteroperator.controlplane.ControlPlane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One installation of the chart, and the operator that serves it. The chart's own pods run on a fake node and do nothing; the
 * process does their work, as their ServiceAccount and with the environment that the chart gives them.
 */
public final class InstalledOperator implements AutoCloseable {
    /** Where the chart is installed. */
    public static final String NAMESPACE = "openrouter-system";

    private static final Path CHART = Path.of("helm/openrouter-operator").toAbsolutePath();
    private static final String NAME = "openrouter-operator";

    private final ControlPlane controlPlane;
    private final String apiServer;
    private final Map<String, String> overrides;
    private final String service;
    private OperatorProcess operator;

    private InstalledOperator(ControlPlane controlPlane, String apiServer, Map<String, String> overrides) {
        this.controlPlane = controlPlane;
        this.apiServer = apiServer;
        this.overrides = Map.copyOf(overrides);
        this.service =
                ContainerEnvironment.of(deployment(), NAME).getOrDefault("OPENROUTER_OPERATOR_WEBHOOK_SERVICE", NAME);
        this.operator = launch(0);
        join(operator);
        operator.awaitReady();
    }

    /**
     * Installs the chart and starts the operator.
     *
     * @param environment over that of the chart, such as shorter intervals
     */
    public static InstalledOperator install(
            ControlPlane controlPlane, Map<String, String> environment, String... values) {
        return installBehind(controlPlane, controlPlane.url(), environment, values);
    }

    /**
     * The same with an operator that reaches kube-apiserver at another address.
     *
     * @param apiServer of something that stands before kube-apiserver
     */
    public static InstalledOperator installBehind(
            ControlPlane controlPlane, String apiServer, Map<String, String> environment, String... values) {
        List<String> arguments = new ArrayList<>(List.of(
                "upgrade", "--install", NAME, CHART.toString(), "--namespace", NAMESPACE, "--create-namespace"));
        for (String value : values) {
            arguments.addAll(List.of("--set", value));
        }
        controlPlane.helm(arguments.toArray(String[]::new)).orThrow();
        return new InstalledOperator(controlPlane, apiServer, environment);
    }

    /** The running operator. */
    public OperatorProcess operator() {
        return operator;
    }

    /** Kills the operator as a crash would; nobody serves reviews until {@link #start}. */
    public void kill() {
        operator.process().kill();
    }

    /** Starts the operator again after a kill, with the identity of the container that died. */
    public OperatorProcess start() {
        return startInBackground().awaitReady();
    }

    /** Starts the operator again without waiting for it, for tests that kill it while it starts. */
    public OperatorProcess startInBackground() {
        withdraw(operator);
        operator = launch(0);
        join(operator);
        return operator;
    }

    /** Starts one more operator beside the others and waits until it is ready; it serves reviews too from then on. */
    public OperatorProcess startReplica(int number) {
        OperatorProcess replica = launch(number).awaitReady();
        join(replica);
        return replica;
    }

    /** Makes another process the one that {@link #operator} means, such as the replica that leads now; the first serves no more. */
    public void follow(OperatorProcess successor) {
        withdraw(operator);
        operator = successor;
    }

    /** Sends no new connection to a replica any more, as happens to a pod that is deleted or not ready. */
    public void withdraw(OperatorProcess replica) {
        controlPlane.unrouteService(NAMESPACE, service, replica.webhookPort());
    }

    @Override
    public void close() {
        operator.close();
        withdraw(operator);
        controlPlane.helm("uninstall", NAME, "--namespace", NAMESPACE).orThrow();
    }

    private void join(OperatorProcess replica) {
        controlPlane.routeService(NAMESPACE, service, replica.webhookPort());
    }

    /** Writes the volumes' files as they are in the cluster now, as a kubelet does some time after they changed. */
    public void refreshVolumes() {
        mountVolumes(deployment(), new HashMap<>());
    }

    private void mountVolumes(Deployment deployment, Map<String, String> environment) {
        new MountedVolumes(controlPlane, NAMESPACE).mount(deployment, environment);
    }

    private Deployment deployment() {
        return controlPlane
                .client()
                .apps()
                .deployments()
                .inNamespace(NAMESPACE)
                .withName(NAME)
                .require();
    }

    private OperatorProcess launch(int number) {
        String pod = NAME + "-" + number;
        Deployment deployment = deployment();
        String serviceAccount = deployment.getSpec().getTemplate().getSpec().getServiceAccountName();
        Map<String, String> environment = ContainerEnvironment.of(deployment, pod);
        environment.put(
                "KUBECONFIG",
                controlPlane.kubeconfigFor(NAMESPACE, serviceAccount, apiServer).toString());
        mountVolumes(deployment, environment);
        environment.putAll(overrides);
        return OperatorProcess.start(number == 0 ? NAME : pod, controlPlane.workDirectory(), environment);
    }
}
