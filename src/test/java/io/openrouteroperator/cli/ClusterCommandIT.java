package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneOptions;
import io.openrouteroperator.controlplane.audit.AuditLog.Mark;
import io.openrouteroperator.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as it ships, with a real cluster, by the rights of whoever runs it. */
class ClusterCommandIT {
    private static final Path FIXTURES = Path.of("src/test/resources/verbs");

    private static ControlPlane controlPlane;

    @TempDir
    private static Path work;

    @BeforeAll
    static void fillTheCluster() throws IOException {
        controlPlane = ControlPlane.start(ControlPlaneOptions.apiOnly());
        kubectl("apply", "-f", "crds");
        kubectl("wait", "--for=condition=Established", "--timeout=60s", "-f", "crds");
        Path cluster = Files.writeString(
                work.resolve("cluster.yaml"), Corpus.filled(Files.readString(FIXTURES.resolve("it-cluster.yaml"))));
        kubectl("apply", "-f", cluster.toString());
        kubectl(
                "patch",
                "openrouterkey",
                "checkout",
                "-n",
                "shop",
                "--subresource=status",
                "--type=merge",
                "-p",
                Files.readString(FIXTURES.resolve("it-status.json")));
    }

    @AfterAll
    static void stop() {
        controlPlane.close();
    }

    @Test
    void plansAndJudgesByWhatTheClusterSaysWithoutReadingSecrets() throws Exception {
        Mark mark = controlPlane.auditLog().mark();
        Path policy = Files.writeString(
                work.resolve("policy.yaml"),
                controlPlane
                        .kubectl("get", "openrouterpolicy", "corporate", "-o", "yaml")
                        .orThrow()
                        .replace("maxUsd: 100", "maxUsd: 40"));
        Path pod = Files.writeString(work.resolve("pod.yaml"), Corpus.filled("""
            apiVersion: v1
            kind: Pod
            metadata: {namespace: shop, name: a}
            spec: {containers: [{name: a, image: a, args: ["${service:stray}"]}]}
            """));

        assertThat(run(admin(), 2, "", "plan", "-f", policy.toString()))
                .contains("limit: 100 USD monthly -> 40 USD monthly", "key shop/checkout");
        assertThat(run(admin(), 1, "", "lint", "-f", pod.toString(), "--policy-from-cluster"))
                .contains("error: literal-key", "OpenRouterKey \"checkout\"");
        assertThat(run(admin(), 1, "", "why", "-f", pod.toString())).contains("governed by OpenRouterPolicy corporate");
        assertThat(run(admin(), 1, "", "why", "configmap/with-key", "-n", "shop"))
                .contains("key-outside-managed-secret");
        assertThat(controlPlane.auditLog().since(mark).by("admin").on("secrets").count())
                .isZero();
        assertThat(controlPlane
                        .auditLog()
                        .since(mark)
                        .by("admin")
                        .on("openrouterpolicies")
                        .writes()
                        .count())
                .isZero();
    }

    @Test
    void saysWhereKeysStandAndPassesRequestsOn() throws Exception {
        assertThat(run(admin(), 0, "", "keys", "-A")).contains("checkout", "Provisioned");
        assertThat(run(admin(), 0, "", "next", "-n", "shop")).contains("2027-01-03T02:50:08Z", "checkout");
        assertThat(run(admin(), 1, "", "status", "-A")).contains("policy corporate: not ready");

        assertThat(run(admin(), 0, "", "rotate", "checkout", "-n", "shop")).contains("another key is asked for");
        assertThat(run(admin(), 1, "yes\n", "revoke", "checkout", "-n", "shop")).contains("Nothing was revoked");
        assertThat(checkout().getMetadata().getAnnotations())
                .containsKey(RequestAnnotations.ROTATE)
                .doesNotContainKey(RequestAnnotations.REVOKE);
        assertThat(run(admin(), 0, "checkout\n", "revoke", "checkout", "-n", "shop"))
                .contains("is being revoked");
        assertThat(checkout().getMetadata().getAnnotations()).containsKey(RequestAnnotations.REVOKE);
        assertThat(checkout().getMetadata().getManagedFields())
                .extracting(ManagedFieldsEntry::getManager)
                .contains("kubectl-openrouter");
        assertThat(run(admin(), 2, "", "rotate", "no-such-key", "-n", "shop")).contains("There is no OpenRouterKey");
    }

    @Test
    void namesTheRightThatIsMissing() throws Exception {
        Path nobody = controlPlane.kubeconfigFor("shop", "nobody");

        assertThat(run(nobody, 2, "", "keys")).contains("You may not read openrouterkeys");
        assertThat(run(nobody, 2, "", "rotate", "checkout")).contains("You may not change OpenRouterKey shop/checkout");
        assertThat(run(nobody, 2, "", "report", "-n", "shop")).contains("You may not read openrouterkeys");
        assertThat(run(nobody, 1, "", "plan", "-f", "deploy/examples/policy.yaml"))
                .contains("You may not read");
    }

    private static OpenRouterKey checkout() {
        return controlPlane
                .client()
                .resources(OpenRouterKey.class)
                .inNamespace("shop")
                .withName("checkout")
                .get();
    }

    private static Path admin() {
        return controlPlane.kubeconfig();
    }

    private static void kubectl(String... arguments) {
        controlPlane.kubectl(arguments).orThrow();
    }

    private static String run(Path kubeconfig, int exitCode, String input, String... arguments)
            throws IOException, InterruptedException {
        return new ShippedCommand(kubeconfig).run(exitCode, input, arguments);
    }
}
