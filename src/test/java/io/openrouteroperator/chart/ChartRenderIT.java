package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart makes of good and bad values, judged by Helm and by the API server. */
@ExtendWith(ControlPlaneExtension.class)
class ChartRenderIT {

    private static final Path VALUES = Path.of("src/test/resources/io/openrouteroperator/chart/values");
    private static final String EXPECTED = "# refused with: ";

    private final ControlPlane controlPlane;

    ChartRenderIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    static Stream<Path> validValues() {
        return valuesNamed("valid-");
    }

    static Stream<Path> invalidValues() {
        return valuesNamed("invalid-");
    }

    @Test
    void passesStrictLint() {
        CommandResult result = controlPlane.helm("lint", "--strict", Chart.FOLDER.toString());

        assertThat(result.orThrow()).contains("1 chart(s) linted, 0 chart(s) failed");
    }

    @ParameterizedTest
    @MethodSource("validValues")
    void apiServerTakesWhatValuesRender(Path values, @TempDir Path folder) throws IOException {
        Path manifests = Files.writeString(folder.resolve("manifests.yaml"), withoutForeignKinds(render(values)));

        // Another release of this test run may own the CRDs already; a dry run takes nothing from it.
        CommandResult result = controlPlane.kubectl(
                "apply",
                "--dry-run=server",
                "--validate=strict",
                "--server-side",
                "--force-conflicts",
                "-f",
                manifests.toString());

        assertThat(result.orThrow()).contains("deployment.apps/chart-openrouter-operator");
        assertThat(result.stderr()).as("warnings, of Pod Security too").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalidValues")
    void refusesValues(Path values) throws IOException {
        String expected = Files.readAllLines(values).getFirst();
        assertThat(expected).startsWith(EXPECTED);

        CommandResult result = template(values);

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.stderr()).contains(expected.substring(EXPECTED.length()));
    }

    @Test
    void certManagerValuesInjectItsAuthorityAndMountItsSecret() {
        String manifests = render(VALUES.resolve("valid-everything.yaml"));

        assertThat(manifests)
                .contains("cert-manager.io/inject-ca-from: default/chart-openrouter-operator-webhook")
                .contains("secretName: chart-openrouter-operator-tls")
                .contains("name: corporate");
    }

    @Test
    void alertRulesAreTheTestedOnes() throws IOException {
        String manifests = render(VALUES.resolve("valid-everything.yaml"));

        assertThat(manifests)
                .contains("kind: PrometheusRule")
                .contains(Files.readString(Chart.FOLDER.resolve("files/alerts.yaml"))
                        .replace("docs/operations.md", "https://runbooks.example.org/openrouter")
                        .indent(2)
                        .stripTrailing());
    }

    @Test
    void dashboardsAreTheTestedOnes() throws IOException {
        String manifests = render(VALUES.resolve("valid-everything.yaml"));

        assertThat(manifests).contains("grafana_dashboard: \"yes\"");
        try (Stream<Path> dashboards = Files.list(Chart.FOLDER.resolve("files/dashboards"))) {
            assertThat(dashboards)
                    .hasSize(4)
                    .allSatisfy(dashboard -> assertThat(manifests)
                            .contains("  openrouter-" + dashboard.getFileName() + ": |\n"
                                    + Files.readString(dashboard).indent(4).stripTrailing()));
        }
    }

    @Test
    void plainManifestsAreTheChart() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("src/build/deploy-manifests.sh").start();
        String rendered = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(Path.of("deploy/openrouter-operator.yaml"))
                .as("run 'make deploy-manifests'")
                .hasContent(rendered);
    }

    private String render(Path values) {
        return template(values).orThrow();
    }

    private CommandResult template(Path values) {
        return controlPlane.helm(
                "template",
                "chart",
                Chart.FOLDER.toString(),
                "--namespace",
                "default",
                // Its pod is refused where its ServiceAccount is only a dry run; InstallationCheckIT runs it.
                "--skip-tests",
                "--values",
                values.toString());
    }

    /** Without the kinds of other projects, whose definitions this API server does not have. */
    private static String withoutForeignKinds(String manifests) {
        return Arrays.stream(manifests.split("(?m)^---$"))
                .filter(manifest -> !manifest.contains("apiVersion: cert-manager.io/"))
                .filter(manifest -> !manifest.contains("apiVersion: monitoring.coreos.com/"))
                .collect(Collectors.joining("---"));
    }

    private static Stream<Path> valuesNamed(String prefix) {
        try (Stream<Path> files = Files.list(VALUES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
