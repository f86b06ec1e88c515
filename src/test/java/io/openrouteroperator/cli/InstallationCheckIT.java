package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.openrouteroperator.admission.GovernedNamespace;
import io.openrouteroperator.cli.ShippedCommand.Ended;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.wiring.CommandLineMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * {@code helm test}, by real Helm. No container runs here, so what its pod would run is run beside it, as its ServiceAccount; Helm
 * learns how that ended from the pod's status. What is broken stays broken for the tests that follow.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationCheckIT {
    private static final String RELEASE = "openrouter-operator";
    private static final String TEST = "openrouter-operator-test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ControlPlane controlPlane;
    private Installation installation;
    private GovernedNamespace namespace;

    private record Tested(CommandResult helm, Ended check) {}

    @BeforeAll
    void start() {
        controlPlane = ControlPlane.start();
        installation = Installation.on(controlPlane);
        namespace = GovernedNamespace.holding(installation, "stray", SampleKeys.service("stray"));
        helm("upgrade", "--reuse-values", "--set", "tests.governedNamespace=" + namespace.name(), chart())
                .orThrow();
    }

    @AfterAll
    void stop() {
        installation.operator().kill();
        installation.openRouter().close();
        controlPlane.close();
    }

    @Test
    @Order(1)
    void passesAndTakesItsRightsAway() throws Exception {
        await("the policy is enforced")
                .atMost(PATIENCE)
                .until(() -> check(controlPlane.kubeconfig()).output().contains("ok      pod with a key"));

        Tested tested = test();

        assertThat(tested.check().exitCode()).as(tested.check().output()).isZero();
        assertThat(tested.check().output().lines().filter(line -> !line.startsWith(" ")))
                .containsExactly(
                        "ok      definitions",
                        "ok      leader",
                        "ok      webhook configuration",
                        "ok      webhook",
                        "ok      pod with a key",
                        "ok      harmless pod");
        assertThat(tested.helm().orThrow()).contains("Phase:          Succeeded");
        assertThat(kubectl("get", "serviceaccount,role,rolebinding", "-A", "-o", "name")
                        .stdout())
                .doesNotContain(TEST);
        assertThat(kubectl("get", "clusterrole,clusterrolebinding", "-o", "name")
                        .stdout())
                .doesNotContain(TEST);
    }

    @Test
    @Order(2)
    void saysWhichRightIsMissing() throws Exception {
        Ended ended = check(controlPlane.kubeconfigFor(namespace.name(), "default"));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output()).contains("You may not read leases");
    }

    @Test
    @Order(3)
    void failsWhenTheRulesWereEdited() throws Exception {
        kubectl(
                        "patch",
                        "validatingwebhookconfiguration",
                        RELEASE,
                        "--type=json",
                        "-p",
                        "[{\"op\":\"replace\",\"path\":\"/webhooks/0/failurePolicy\",\"value\":\"Ignore\"}]")
                .orThrow();

        Tested tested = test();

        assertThat(tested.check().exitCode()).isEqualTo(1);
        assertThat(tested.check().output())
                .contains("FAILED  webhook configuration")
                .contains(
                        "somebody edited it, so keys may pass unseen: pods.admission.openrouter-operator.io.failurePolicy was changed")
                .contains("helm upgrade puts it back");
        assertThat(tested.helm().succeeded()).isFalse();
        assertThat(tested.helm().stdout()).contains("Phase:          Failed");
    }

    @Test
    @Order(4)
    void failsWhenTheNamespaceIsNotGoverned() throws Exception {
        kubectl("label", "namespace", namespace.name(), "openrouter-operator.io/governed-")
                .orThrow();

        Ended ended = check(controlPlane.kubeconfig());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("FAILED  pod with a key", "must have the label that the chart governs by");
        kubectl("label", "namespace", namespace.name(), "openrouter-operator.io/governed=true")
                .orThrow();
    }

    @Test
    @Order(5)
    void failsWhenNobodyAnswersOrLeads() throws Exception {
        installation.operator().kill();
        kubectl(
                        "patch",
                        "lease",
                        RELEASE,
                        "-n",
                        InstalledOperator.NAMESPACE,
                        "--type=merge",
                        "-p",
                        "{\"spec\":{\"renewTime\":\"2026-01-01T00:00:00.000000Z\"}}")
                .orThrow();

        Tested tested = test();

        assertThat(tested.check().exitCode()).isEqualTo(1);
        assertThat(tested.check().output())
                .contains("FAILED  leader", "and not since. Look at `kubectl get pods -n openrouter-system`")
                .contains("FAILED  webhook", "the API server does not ask it, or gets no answer");
        assertThat(tested.helm().succeeded()).isFalse();
    }

    @Test
    @Order(6)
    void failsWithoutDefinitions() throws Exception {
        kubectl("delete", "crd", "openrouterkeys.openrouter-operator.io").orThrow();

        Ended ended = check(controlPlane.kubeconfig());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output())
                .contains("FAILED  definitions", "the cluster has no openrouterkeys.openrouter-operator.io");
    }

    private Tested test() throws Exception {
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
        kubectl(
                        "patch",
                        "pod",
                        TEST,
                        "-n",
                        InstalledOperator.NAMESPACE,
                        "--subresource=status",
                        "--type=merge",
                        "-p",
                        "{\"status\":{\"phase\":\"%s\"}}".formatted(ended.exitCode() == 0 ? "Succeeded" : "Failed"))
                .orThrow();
        return new Tested(helm.join(), ended);
    }

    private Ended check(Path kubeconfig) throws Exception {
        return new ShippedCommand(kubeconfig)
                .end(
                        "",
                        "check-installation",
                        "--namespace=" + InstalledOperator.NAMESPACE,
                        "--governed-namespace=" + namespace.name());
    }

    private Pod pod() {
        return controlPlane
                .client()
                .pods()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withName(TEST)
                .get();
    }

    private String phase() {
        Pod pod = pod();
        return pod == null || pod.getMetadata().getDeletionTimestamp() != null
                ? ""
                : pod.getStatus().getPhase();
    }

    private CommandResult helm(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, RELEASE, "--namespace", InstalledOperator.NAMESPACE));
        all.addAll(List.of(arguments));
        return controlPlane.helm(all.toArray(String[]::new));
    }

    private CommandResult kubectl(String... arguments) {
        return controlPlane.kubectl(arguments);
    }

    private static String chart() {
        return Path.of("helm/openrouter-operator").toAbsolutePath().toString();
    }
}
