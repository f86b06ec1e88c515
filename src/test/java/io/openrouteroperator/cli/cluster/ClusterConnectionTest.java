package io.openrouteroperator.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command never asks another cluster than the one that was named, and says so where there is none. */
@Isolated("the kubeconfig is chosen by a property of the process")
class ClusterConnectionTest {
    private static final String PROPERTY = "kubeconfig";

    @TempDir
    private Path work;

    private Path kubeconfig;

    @BeforeEach
    void chooseKubeconfig() {
        kubeconfig = work.resolve("config");
        System.setProperty(PROPERTY, kubeconfig.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(PROPERTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "rotate checkout", "revoke checkout --yes"})
    void refusesAContextThatIsNotThere(String command) throws IOException {
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                current-context: staging
                contexts: [{name: staging, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
                users: [{name: u, user: {}}]
                """);

        CommandRun run = CommandRun.of((command + " --context stagin").split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("The kubeconfig has no context \"stagin\"; did you mean 'staging'?");
    }

    @Test
    void saysThatAKubeconfigIsBroken() throws IOException {
        Files.writeString(kubeconfig, "contexts: [");

        CommandRun run = CommandRun.of("status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("The kubeconfig cannot be read; see `kubectl config view`.\n");
    }

    @Test
    void saysThatThereIsNone() {
        CommandRun run = CommandRun.of("status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("No cluster is configured: there is no kubeconfig");
    }
}
