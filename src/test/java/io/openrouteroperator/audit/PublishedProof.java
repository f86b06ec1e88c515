package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a real operator has published about its log, and what can be proven with it.
 *
 * @param work where files for the command may be
 */
record PublishedProof(KubernetesClient client, Path work) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The published checkpoint that covers a line, once there is one. */
    String covering(String line) {
        ChainLine covered = ChainLine.parse(line).orElseThrow();
        return await("a checkpoint is published")
                .atMost(PATIENCE)
                .until(
                        () -> checkpoints()
                                .map(text -> ChainLine.parse(text).orElseThrow())
                                .filter(checkpoint -> checkpoint.writer().equals(covered.writer())
                                        && checkpoint.sequence() >= covered.sequence())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .text();
    }

    /** What {@code audit verify} prints about an output, with the published key and this published checkpoint. */
    String verify(String output, String checkpoint) throws IOException {
        Path keys = Files.writeString(work.resolve("keys.pem"), data().getOrDefault("public-keys.pem", ""));
        Path checkpoints = Files.writeString(work.resolve("checkpoints.jsonl"), checkpoint + "\n");
        Path file = Files.writeString(work.resolve("output.log"), output);
        StringWriter out = new StringWriter();
        int code = OperatorCommand.commandLine(Clock.systemUTC(), InputStream.nullInputStream())
                .setOut(new PrintWriter(out))
                .execute(
                        "audit",
                        "verify",
                        "--mixed",
                        "--partial",
                        "--public-key=" + keys,
                        "--checkpoint=" + checkpoints,
                        file.toString());
        assertThat(out.toString().startsWith("whole")).isEqualTo(code == 0);
        return out.toString();
    }

    private Stream<String> checkpoints() {
        return data().getOrDefault("checkpoints.jsonl", "").lines();
    }

    /** Nothing before the first checkpoint. */
    private Map<String, String> data() {
        ConfigMap found = client.configMaps()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withName("openrouter-operator-audit-keys")
                .get();
        return found == null ? Map.of() : found.getData();
    }
}
