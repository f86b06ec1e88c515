package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which requests the API server sends to the webhook. Nothing listens, and the webhook fails closed: so a request is
 * refused with the failed call exactly if it is sent. Our own kinds fail open, which the API server counts.
 */
@ExtendWith(ControlPlaneExtension.class)
class ChartWebhookIT {

    private static final String RELEASE = "chart-webhook";
    private static final String OPERATOR = "system:serviceaccount:chart-webhook:chart-webhook-openrouter-operator";
    private static final String COLLECTOR = "--as=system:serviceaccount:kube-system:generic-garbage-collector";
    private static final String NODE = "--as=system:node:kwok";
    private static final String MASTERS = "--as-group=system:masters";
    private static final String CLASS = "{\"spec\":{\"classification\":\"%s\"}}";
    private static final String LABEL = "chart-webhook.example.org/governed";
    private static final Path MANIFESTS = Path.of("src/test/resources/io/openrouteroperator/chart/manifests");

    private final ControlPlane controlPlane;
    private String namespace = "";

    ChartWebhookIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @BeforeAll
    static void install(ControlPlane controlPlane) {
        new Chart(controlPlane, RELEASE)
                .install(
                        "crds.enabled=false",
                        "replicaCount=0",
                        "webhook.url=https://127.0.0.1:1/validate",
                        "webhook.governedLabel.key=" + LABEL.replace(".", "\\."))
                .orThrow();
        controlPlane
                .kubectl(
                        "create",
                        "clusterrolebinding",
                        "chart-webhook-node",
                        "--clusterrole=admin",
                        "--group=system:nodes")
                .orThrow();
    }

    @BeforeEach
    void createGovernedNamespace(TestInfo test) {
        namespace = "chart-webhook-" + Integer.toHexString(test.getDisplayName().hashCode());
        controlPlane.kubectl("create", "namespace", namespace).orThrow();
    }

    @Test
    void isSentNewPodsOfGovernedNamespacesOnly() {
        assertThat(kubectl("create", "-f", manifest("pod"))).satisfies(this::isPassed);

        govern(namespace);

        assertThat(kubectl("create", "-f", manifest("other-pod"))).satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void isNotSentPodsThatOnlyLoseFinalizers() {
        kubectl("create", "-f", manifest("pod")).orThrow();
        govern(namespace);

        assertThat(kubectl(
                        "patch", "pod", "pod", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":[\"b.org/b\"]}}"))
                .satisfies(this::isPassed);
        kubectl("delete", "pod", "pod", "--wait=false").orThrow();
        assertThat(kubectl("patch", "pod", "pod", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}"))
                .satisfies(this::isPassed);
    }

    @Test
    void isSentPodsWhoseSpecificationOrMetadataChanges() {
        kubectl("create", "-f", manifest("pod")).orThrow();
        govern(namespace);

        assertThat(kubectl("label", "pod", "pod", "a=b")).satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("annotate", "pod", "pod", "a=b")).satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("set", "image", "pod/pod", "main=example.org/other"))
                .satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("debug", "pod", "--image=example.org/debug")).satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void isNotSentMirrorsThatKubeletsMakeAndNobodyElse() {
        govern(namespace);

        assertThat(kubectl("create", "-f", manifest("mirror-pod"), NODE, "--as-group=system:nodes"))
                .satisfies(result -> assertThat(result.stderr()).doesNotContain("failed calling webhook"));
        assertThat(kubectl("create", "-f", manifest("mirror-pod"))).satisfies(result -> isSent(result, "pods"));
        assertThat(kubectl("create", "-f", manifest("mirror-pod"), "--as=jane", "--as-group=system:nodes"))
                .satisfies(result -> isSent(result, "pods"));
    }

    @Test
    void mirrorsThatNameASecretAreRefusedByTheApiServerItself() {
        govern(namespace);

        assertThat(kubectl("create", "-f", manifest("mirror-pod-with-secret"), NODE, "--as-group=system:nodes")
                        .stderr())
                .contains("a mirror pod may not reference secrets");
    }

    @Test
    void isSentWhatIsPutIntoThingsOnTheirWayOutButNotTheirFinalizersAndSecondDeletions() {
        for (String kind : List.of("secret", "configmap")) {
            kubectl("create", "-f", manifest("leaving-" + kind)).orThrow();
            govern(namespace);
            kubectl("delete", kind, "leaving", "--wait=false", COLLECTOR, MASTERS)
                    .orThrow();

            assertThat(kubectl("patch", kind, "leaving", "--type=merge", "-p", "{\"data\":{\"a\":\"YQ==\"}}"))
                    .satisfies(result -> isSent(result, kind + "s"));
            assertThat(kubectl("delete", kind, "leaving", "--wait=false")).satisfies(this::isPassed);
            assertThat(kubectl("patch", kind, "leaving", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}"))
                    .satisfies(this::isPassed);
            controlPlane.kubectl("label", "namespace", namespace, LABEL + "-").orThrow();
        }
    }

    @Test
    void deletionTimestampsThatUsersWriteDoNotCount() {
        govern(namespace);

        assertThat(kubectl("create", "-f", manifest("pod-that-claims-to-be-leaving")))
                .satisfies(result -> isSent(result, "pods"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment.apps",
                "statefulset.apps",
                "daemonset.apps",
                "replicaset.apps",
                "replicationcontroller",
                "podtemplate",
                "job.batch",
                "cronjob.batch"
            })
    void isSentEveryKindThatRunsPods(String kind) {
        govern(namespace);

        assertThat(kubectl("create", "-f", manifest("workload-" + kind.split("\\.", -1)[0])))
                .satisfies(result -> isSent(result, "workloads"));
        assertThat(kubectl("create", "-f", manifest("workload-" + kind.split("\\.", -1)[0]), "--as=" + OPERATOR))
                .satisfies(result -> assertThat(result.stderr()).doesNotContain("failed calling webhook"));
    }

    @Test
    void isNotSentWorkloadsThatOnlyScaleOrLoseFinalizers() {
        kubectl("create", "-f", manifest("workload-replicaset")).orThrow();
        govern(namespace);

        assertThat(kubectl("label", "replicaset", "workload", "a=b")).satisfies(this::isPassed);
        assertThat(kubectl("scale", "replicaset", "workload", "--replicas=0")).satisfies(this::isPassed);
        assertThat(kubectl(
                        "patch",
                        "replicaset",
                        "workload",
                        "--type=merge",
                        "-p",
                        "{\"spec\":{\"replicas\":2}}",
                        "--as=system:serviceaccount:kube-system:deployment-controller",
                        "--as-group=system:masters"))
                .satisfies(this::isPassed);
        assertThat(kubectl("set", "image", "replicaset/workload", "main=example.org/other"))
                .satisfies(result -> isSent(result, "workloads"));
        assertThat(kubectl("delete", "replicaset", "workload")).satisfies(this::isPassed);
    }

    @Test
    void isSentConfigMapsWhoseContentIsNew() {
        kubectl("create", "configmap", "settings").orThrow();
        govern(namespace);

        assertThat(kubectl("create", "configmap", "one")).satisfies(result -> isSent(result, "configmaps"));
        assertThat(kubectl("annotate", "configmap", "settings", "holder=me")).satisfies(this::isPassed);
        assertThat(kubectl("patch", "configmap", "settings", "--type=merge", "-p", "{\"data\":{\"a\":\"b\"}}"))
                .satisfies(result -> isSent(result, "configmaps"));
        assertThat(kubectl(
                        "create",
                        "configmap",
                        "root",
                        "--as=system:serviceaccount:kube-system:root-ca-cert-publisher",
                        "--as-group=system:masters"))
                .satisfies(this::isPassed);
    }

    @Test
    void isSentSecretsExceptTheOperatorsOwn() {
        govern(namespace);

        assertThat(kubectl("create", "secret", "generic", "one")).satisfies(result -> isSent(result, "secrets"));
        assertThat(kubectl("create", "secret", "generic", "one", "--as=" + OPERATOR))
                .satisfies(this::isPassed);
    }

    @Test
    void isSentSecretsWhateverTheyClaimToBe() {
        govern(namespace);

        for (String type : List.of("helm.sh/release.v1", "bootstrap.kubernetes.io/token", "Opaque")) {
            assertThat(kubectl("create", "secret", "generic", "sh.helm.release.v1.web.v1", "--type=" + type))
                    .satisfies(result -> isSent(result, "secrets"));
        }
    }

    @Test
    void isSentDeletesOfManagedSecretsOnly() {
        kubectl("create", "secret", "generic", "managed").orThrow();
        kubectl("label", "secret", "managed", "app.kubernetes.io/managed-by=openrouter-operator")
                .orThrow();
        kubectl("create", "secret", "generic", "foreign").orThrow();
        govern(namespace);

        assertThat(kubectl("delete", "secret", "foreign")).satisfies(this::isPassed);
        assertThat(kubectl("delete", "secret", "managed")).satisfies(result -> isSent(result, "secrets"));
    }

    @Test
    void neverHoldsUpTheDeletionOfNamespaces() {
        kubectl("create", "secret", "generic", "managed").orThrow();
        kubectl("label", "secret", "managed", "app.kubernetes.io/managed-by=openrouter-operator")
                .orThrow();
        govern(namespace);

        assertThat(controlPlane.kubectl("delete", "namespace", namespace, "--timeout=30s"))
                .satisfies(this::isPassed);
    }

    @Test
    void isNeverSentWhatHappensInSystemNamespaces() {
        for (String system : List.of("kube-system", "kube-public", "kube-node-lease", RELEASE)) {
            govern(system);
            assertThat(controlPlane.kubectl("create", "-f", manifest("pod"), "-n", system, "--dry-run=server"))
                    .as(system)
                    .satisfies(this::isPassed);
            assertThat(controlPlane.kubectl("create", "secret", "generic", "s", "-n", system, "--dry-run=server"))
                    .as(system)
                    .satisfies(this::isPassed);
        }
    }

    @Test
    void isSentOurOwnKindsOfAnyNamespaceButNeverHoldsThemUp() {
        kubectl("apply", "-f", manifest("own-kinds")).orThrow();
        long before = unseenDeclarations();

        kubectl("annotate", "-f", manifest("own-kinds"), "a=b").orThrow();
        kubectl(
                        "patch",
                        "openrouterkey",
                        "checkout",
                        "--type=merge",
                        "-p",
                        CLASS.formatted("a"),
                        "--as=" + OPERATOR,
                        MASTERS)
                .orThrow();
        kubectl("patch", "openrouterkey", "checkout", "--type=merge", "-p", CLASS.formatted("b"), COLLECTOR, MASTERS)
                .orThrow();
        assertThat(unseenDeclarations()).as("no business of the webhook").isEqualTo(before);

        kubectl("patch", "openrouterkey", "checkout", "--type=merge", "-p", CLASS.formatted("c"))
                .orThrow();
        assertThat(unseenDeclarations()).as("a new spec").isEqualTo(before + 1);
        kubectl("delete", "openrouterkey", "checkout").orThrow();
        assertThat(unseenDeclarations()).as("keys may always go").isEqualTo(before + 1);
        kubectl("delete", "openrouterpolicy", "chart-webhook", "--dry-run=server")
                .orThrow();
        kubectl("delete", "openrouteraccount", "chart-webhook", "--dry-run=server")
                .orThrow();
        assertThat(unseenDeclarations()).as("deletions of others need them").isEqualTo(before + 3);
        for (String kind : List.of("openrouterpolicy", "openrouteraccount")) {
            kubectl(
                            "patch",
                            kind,
                            "chart-webhook",
                            "--type=merge",
                            "-p",
                            "{\"metadata\":{\"finalizers\":[\"a.org/a\"]}}")
                    .orThrow();
            kubectl("delete", kind, "chart-webhook", "--wait=false", COLLECTOR, MASTERS)
                    .orThrow();
            kubectl("delete", kind, "chart-webhook", "--wait=false").orThrow();
            kubectl("patch", kind, "chart-webhook", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}")
                    .orThrow();
        }
        assertThat(unseenDeclarations()).as("collected, and on their way out").isEqualTo(before + 3);
    }

    /** How many reviews of our own kinds the API server let pass because nobody answered, which is how many it sent. */
    private long unseenDeclarations() {
        return controlPlane
                .kubectl("get", "--raw", "/metrics")
                .orThrow()
                .lines()
                .filter(line -> line.startsWith("apiserver_admission_webhook_fail_open_count{"))
                .filter(line -> line.contains("name=\"declarations.admission.openrouter-operator.io\""))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private void govern(String name) {
        controlPlane.kubectl("label", "namespace", name, LABEL + "=true").orThrow();
    }

    private CommandResult kubectl(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--namespace", namespace));
        return controlPlane.kubectl(all.toArray(String[]::new));
    }

    private void isPassed(CommandResult result) {
        assertThat(result.exitCode()).as(result.stderr()).isZero();
    }

    private void isSent(CommandResult result, String webhook) {
        assertThat(result.stderr())
                .contains("failed calling webhook \"%s.admission.openrouter-operator.io\"".formatted(webhook));
    }

    private static String manifest(String name) {
        Path file = MANIFESTS.resolve(name + ".yaml");
        assertThat(file).isRegularFile();
        return file.toString();
    }
}
