package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's commands for a cluster as they stand there, from installing the chart to the first key. */
class ReadmeIT {
    private static final Path EXAMPLES = Path.of("deploy/examples");

    @TempDir
    Path checkout;

    private @Nullable InstalledOperator operator;

    @AfterEach
    void stopOperator() {
        if (operator != null) {
            operator.operator().close();
        }
    }

    @Test
    void leadsFromNothingToKeyInSecret() throws Exception {
        try (Simulator openRouter = Simulator.start();
                ControlPlane controlPlane = ControlPlane.start()) {
            // Given
            copyCheckout(openRouter.baseUrl());

            // When
            for (String block :
                    Readme.shellBlocks().stream().filter(Readme::isForCluster).toList()) {
                run(block, controlPlane, openRouter.managementKey());
                if (block.contains("helm ")) {
                    operator = InstalledOperator.install(controlPlane, Map.of());
                }
            }

            // Then
            assertThat(operator).as("the README installs the chart").isNotNull();
            assertThat(controlPlane
                            .kubectl("-n", "shop", "get", "secret", "checkout-openrouter", "-o", "name")
                            .orThrow())
                    .isEqualTo("secret/checkout-openrouter\n");
            assertThat(openRouter.keys()).hasSize(1);
            assertThat(openRouter.contractViolations()).isEmpty();
        }
    }

    /** The chart, and the examples with the one difference that the account's OpenRouter is the simulated one. */
    private void copyCheckout(String baseUrl) throws IOException {
        Files.createSymbolicLink(checkout.resolve("helm"), Path.of("helm").toAbsolutePath());
        Path copies = Files.createDirectories(checkout.resolve(EXAMPLES));
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example : examples.toList()) {
                Files.copy(example, copies.resolve(example.getFileName()));
            }
        }
        Files.writeString(copies.resolve("account.yaml"), "  baseUrl: " + baseUrl + "\n", StandardOpenOption.APPEND);
    }

    private void run(String commands, ControlPlane controlPlane, String input) throws Exception {
        Path output = Files.createTempFile(checkout, "command", ".out");
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Path programs = controlPlane.program("kubectl").getParent();
        builder.environment().keySet().removeIf(name -> name.startsWith("HELM_") || name.startsWith("KUBE"));
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().put("KUBECONFIG", controlPlane.kubeconfig().toString());
        builder.environment().put("HOME", checkout.toString());
        Process process = builder.start();
        try (var stdin = process.outputWriter()) {
            stdin.write(input);
        } catch (IOException notRead) {
            // Most commands read nothing and may be gone already.
        }
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(commands + Files.readString(output)).isZero();
    }
}
