package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.openrouteroperator.controlplane.audit.AuditLog.Mark;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.reconcile.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The report that the chart schedules: its container's command, word for word, with exactly the rights that the chart grants. */
@ExtendWith(InstallationExtension.class)
class ScheduledReportIT {
    private static final String RELEASE = "scheduled-report";
    private static final String NAME = RELEASE + "-openrouter-operator";
    private static final String IMAGE_HOME = "/opt/openrouter-operator";
    private static final Path DIST = Path.of("target/dist").toAbsolutePath();

    private final Installation installation;
    private final Tenant tenant;

    @TempDir
    private Path reports;

    ScheduledReportIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "scheduled", Tenant.INTERNAL);
    }

    @BeforeEach
    void install() {
        installation
                .controlPlane()
                .helm(
                        "install",
                        RELEASE,
                        Path.of("helm/openrouter-operator").toAbsolutePath().toString(),
                        "--namespace",
                        RELEASE,
                        "--create-namespace",
                        "--set",
                        "replicaCount=0,crds.enabled=false,webhook.enabled=false",
                        "--set",
                        "report.schedule=@yearly,report.keep=1,report.volume.persistentVolumeClaim.claimName=reviews")
                .orThrow();
    }

    @AfterEach
    void leave() {
        installation
                .controlPlane()
                .helm("uninstall", RELEASE, "--namespace", RELEASE)
                .orThrow();
        tenant.close();
    }

    @Test
    void leavesTheYoungestReportsAndReadsNoSecret() throws Exception {
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");
        Files.writeString(reports.resolve("openrouter-review-2020-01-01T00-00-00Z.json"), "old");
        Files.writeString(reports.resolve("notes.json"), "somebody's own");
        PodSpec pod = pod();
        Path kubeconfig = installation.controlPlane().kubeconfigFor(RELEASE, pod.getServiceAccountName());
        Mark mark = installation.controlPlane().auditLog().mark();

        String output = run(pod.getContainers().getFirst(), kubeconfig);

        assertThat(output).contains("written to ");
        assertThat(names())
                .hasSize(3)
                .contains("notes.json")
                .allSatisfy(name -> assertThat(name)
                        .matches("notes\\.json|openrouter-review-[0-9]{4}-[0-9T-]+Z\\.(html|json)")
                        .doesNotContain("2020"));
        JsonNode report = new ObjectMapper().readTree(file(".json").toFile());
        assertThat(report.path("gaps")).as("what the rights do not suffice for").isEmpty();
        assertThat(report.at("/keys").findValuesAsText("namespace")).contains(tenant.name());
        assertThat(Files.readString(file(".html"))).contains(tenant.name() + "/service", "</html>");
        var requests = installation
                .controlPlane()
                .auditLog()
                .since(mark)
                .by("system:serviceaccount:" + RELEASE + ":" + pod.getServiceAccountName());
        assertThat(requests.on("openrouterkeys").count()).isPositive();
        assertThat(requests.on("secrets").count()).isZero();
        assertThat(requests.writes().count()).isZero();
    }

    @Test
    void mayOnlyRead() {
        var client = installation.controlPlane().client();

        assertThat(Stream.concat(
                                client.rbac().clusterRoles().withName(NAME + "-report").require().getRules().stream(),
                                client
                                        .rbac()
                                        .roles()
                                        .inNamespace(RELEASE)
                                        .withName(NAME + "-report")
                                        .require()
                                        .getRules()
                                        .stream())
                        .toList())
                .allSatisfy((PolicyRule rule) -> assertThat(rule.getVerbs()).isSubsetOf("get", "list"))
                .noneSatisfy(
                        (PolicyRule rule) -> assertThat(rule.getResources()).contains("secrets"));
    }

    @Test
    void runsOneAtATimeAndIsNotTakenForTheOperator() {
        CronJob job = cronJob();

        assertThat(job.getSpec().getConcurrencyPolicy()).isEqualTo("Forbid");
        assertThat(job.getSpec()
                        .getJobTemplate()
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels())
                .containsEntry("app.kubernetes.io/name", "openrouter-operator-report");
        var deployment = installation
                .controlPlane()
                .client()
                .apps()
                .deployments()
                .inNamespace(RELEASE)
                .withName(NAME)
                .require();
        PodSpec operator = deployment.getSpec().getTemplate().getSpec();
        assertThat(pod().getSecurityContext()).isEqualTo(operator.getSecurityContext());
        assertThat(pod().getContainers().getFirst().getSecurityContext())
                .isEqualTo(operator.getContainers().getFirst().getSecurityContext());
        assertThat(pod().getContainers().getFirst().getImage())
                .isEqualTo(operator.getContainers().getFirst().getImage());
        assertThat(deployment.getSpec().getSelector().getMatchLabels())
                .doesNotContainEntry("app.kubernetes.io/name", "openrouter-operator-report");
    }

    private CronJob cronJob() {
        return installation
                .controlPlane()
                .client()
                .batch()
                .v1()
                .cronjobs()
                .inNamespace(RELEASE)
                .withName(NAME + "-report")
                .require();
    }

    private PodSpec pod() {
        return cronJob().getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    }

    /** Runs what a kubelet would run; the image's folder and the volume are elsewhere here. */
    private String run(Container container, Path kubeconfig) throws IOException, InterruptedException {
        String mount = container.getVolumeMounts().stream()
                .filter(each -> each.getName().equals("reports"))
                .findFirst()
                .orElseThrow()
                .getMountPath();
        List<String> command = Stream.concat(container.getCommand().stream(), container.getArgs().stream())
                .map(word -> word.replace(IMAGE_HOME, DIST.toString()).replace(mount, reports.toString()))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private Path file(String ending) throws IOException {
        return reports.resolve(names().stream()
                .filter(name -> name.startsWith("openrouter-review-") && name.endsWith(ending))
                .findFirst()
                .orElseThrow());
    }
}
