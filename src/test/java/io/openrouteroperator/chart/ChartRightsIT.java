package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the installed service account may do, and what it must not: every row of the table, and nothing beside it. On a
 * control plane of its own, because kubectl asks about kinds only where their definitions are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartRightsIT {

    private static final String RELEASE = "chart-rights";
    /** Kinds that the operator has rights for and most clusters do not have. */
    private static final List<Path> EXTENSIONS = List.of(
            Path.of("src/test/resources/io/openrouteroperator/reconcile/argo-rollout-crd.yaml"),
            Path.of("src/test/resources/scan/knative-services.yaml"),
            Path.of("src/test/resources/scan/policyreports.yaml"),
            Path.of("src/test/resources/scan/reports.yaml"));

    private static final Path TABLE = Path.of("src/test/resources/io/openrouteroperator/chart/rights.csv");
    /** What Kubernetes itself grants to every authenticated user: questions about oneself. */
    private static final Set<String> OF_EVERYBODY = Set.of("authorization.k8s.io", "authentication.k8s.io");

    private ControlPlane controlPlane;
    private Path kubeconfig;

    @BeforeAll
    void install() {
        controlPlane = ControlPlane.start(new ControlPlaneOptions(true, false, false));
        EXTENSIONS.forEach(definition -> controlPlane
                .kubectl("apply", "--filename=" + definition.toAbsolutePath())
                .orThrow());
        Chart chart = new Chart(controlPlane, RELEASE);
        chart.install("replicaCount=0").orThrow();
        kubeconfig = controlPlane.kubeconfigFor(RELEASE, chart.serviceAccount());
    }

    @AfterAll
    void stop() {
        controlPlane.close();
    }

    static Stream<Right> rights() throws IOException {
        String name = RELEASE + "-openrouter-operator";
        return Files.readAllLines(TABLE).stream()
                .filter(row -> !row.startsWith("#") && !row.startsWith("answer,"))
                .map(row -> Right.parse(row, RELEASE, name));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void answersAsTheTableSays(Right right) {
        CommandResult result = controlPlane.kubectlAs(kubeconfig, right.question());

        assertThat(result.stdout().lines().findFirst()).as(result.stderr()).contains(right.allowed() ? "yes" : "no");
    }

    @Test
    void grantsNothingThatTheTableDoesNotName() throws IOException {
        Set<String> named = rights().filter(Right::allowed)
                .map(right -> right.verb() + " " + right.resource())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(granted()).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "view, get, openrouterkeys, yes",
        "view, create, openrouterkeys, no",
        "view, get, openrouterpolicies, yes",
        "edit, create, openrouterkeys, yes",
        "edit, delete, openrouterkeys, yes",
        "edit, create, openrouterpolicies, no",
        "admin, patch, openrouterkeys, yes",
        "admin, create, openrouteraccounts, no",
        "admin, update, openrouterkeys/status, no",
    })
    void addsTheKindsToTheRolesOfPeople(String role, String verb, String resource, String answer) {
        String user = "somebody-who-may-" + role;
        controlPlane.kubectl("create", "clusterrolebinding", user, "--clusterrole=" + role, "--user=" + user);
        String[] parts = resource.split("/", -1);

        CommandResult result = controlPlane.kubectl(
                "auth",
                "can-i",
                verb,
                parts[0] + ".openrouter-operator.io",
                "--subresource=" + (parts.length > 1 ? parts[1] : ""),
                "--all-namespaces",
                "--as=" + user);

        assertThat(result.stdout().lines().findFirst()).as(result.stderr()).contains(answer);
    }

    /** All that the authoriser knows this account may do in its own namespace, cluster-wide rights included. */
    private Set<String> granted() throws IOException {
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Files.readString(kubeconfig)))
                .build()) {
            SelfSubjectRulesReview review = client.resource(new SelfSubjectRulesReviewBuilder()
                            .withNewSpec()
                            .withNamespace(RELEASE)
                            .endSpec()
                            .build())
                    .create();
            return review.getStatus().getResourceRules().stream()
                    .filter(rule -> !OF_EVERYBODY.containsAll(rule.getApiGroups()))
                    .flatMap(ChartRightsIT::words)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> words(ResourceRule rule) {
        List<String> groups = rule.getApiGroups();
        return groups.stream()
                .flatMap(group -> rule.getResources().stream().map(resource -> inGroup(resource, group)))
                .flatMap(resource -> rule.getVerbs().stream().map(verb -> verb + " " + resource));
    }

    private static String inGroup(String resource, String group) {
        String[] parts = resource.split("/", -1);
        return parts[0] + (group.isEmpty() ? "" : "." + group) + (parts.length > 1 ? "/" + parts[1] : "");
    }
}
