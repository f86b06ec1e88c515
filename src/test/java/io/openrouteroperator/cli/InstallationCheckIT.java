package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openrouteroperator.admission.GovernedNamespace;
import io.openrouteroperator.cli.ShippedCommand.Ended;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What {@code helm test} says of an installation. What is broken stays broken for the tests that follow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstallationCheckIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ControlPlane controlPlane;
    private Installation installation;
    private GovernedNamespace namespace;
    private HelmRelease release;

    @BeforeAll
    void start() {
        controlPlane = ControlPlane.start();
        installation = Installation.on(controlPlane);
        namespace = GovernedNamespace.holding(installation, "stray", SampleKeys.service("stray"));
        release = new HelmRelease(controlPlane);
        release.helm("upgrade", "--reuse-values", "--set", "tests.governedNamespace=" + namespace.name(), chart())
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

        HelmRelease.Tested tested = release.test();

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
                .doesNotContain(HelmRelease.POD);
        assertThat(kubectl("get", "clusterrole,clusterrolebinding", "-o", "name")
                        .stdout())
                .doesNotContain(HelmRelease.POD);
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
                        HelmRelease.NAME,
                        "--type=json",
                        "-p",
                        "[{\"op\":\"replace\",\"path\":\"/webhooks/0/failurePolicy\",\"value\":\"Ignore\"}]")
                .orThrow();

        HelmRelease.Tested tested = release.test();

        assertThat(tested.check().exitCode()).isEqualTo(1);
        assertThat(tested.check().output())
                .contains("FAILED  webhook configuration")
                .contains("somebody edited it, so keys may pass unseen:"
                        + " pods.admission.openrouter-operator.io.failurePolicy was changed")
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
                        HelmRelease.NAME,
                        "-n",
                        InstalledOperator.NAMESPACE,
                        "--type=merge",
                        "-p",
                        "{\"spec\":{\"renewTime\":\"2026-01-01T00:00:00.000000Z\"}}")
                .orThrow();

        HelmRelease.Tested tested = release.test();

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

    private Ended check(Path kubeconfig) throws Exception {
        return new ShippedCommand(kubeconfig)
                .end(
                        "",
                        "check-installation",
                        "--namespace=" + InstalledOperator.NAMESPACE,
                        "--governed-namespace=" + namespace.name());
    }

    private CommandResult kubectl(String... arguments) {
        return controlPlane.kubectl(arguments);
    }

    private static String chart() {
        return Path.of("helm/openrouter-operator").toAbsolutePath().toString();
    }
}
