package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.openrouteroperator.admission.GovernedNamespace;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a real operator did can be read from its output, and proven with nothing but what it published. */
@ExtendWith(InstallationExtension.class)
class AuditLogIT {
    private static final String STRAY = SampleKeys.service("stray");
    private static final Pattern KEY = Pattern.compile("sk-or-[a-z0-9]+-[0-9a-f]{16}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation installation;
    private final GovernedNamespace namespace;

    @TempDir
    private Path work;

    AuditLogIT(Installation installation) {
        this.installation = installation;
        this.namespace = GovernedNamespace.holding(installation, "stray", STRAY);
    }

    @AfterEach
    void leave() {
        namespace.deleteAndWait();
        namespace.close();
    }

    @Test
    void everyDecisionIsALineThatCanBeProven() throws IOException {
        // Given
        namespace.requestKey("web");

        // When
        namespace
                .kubectl(
                        "annotate", "openrouterkey", "web", "-n", namespace.name(), "openrouter-operator.io/rotate=now")
                .orThrow();
        assertThat(namespace.apply(podWith(STRAY)).succeeded()).isFalse();
        await("the first key is replaced").atMost(PATIENCE).until(() -> count("KeyPublished") == 2);

        // Then
        assertThat(lines().stream().map(AuditLogIT::action))
                .contains(
                        "GuardrailCreated",
                        "KeyCreated",
                        "KeyGuarded",
                        "KeyProven",
                        "KeyPublished",
                        "RotationRequested",
                        "RotationStarted",
                        "DeclarationChanged",
                        "AdmissionRefused");
        JsonNode refusal = only("AdmissionRefused");
        assertThat(refusal.at("/actor/kind").asText()).isEqualTo("User");
        assertThat(refusal.at("/object/kind").asText()).isEqualTo("Pod");
        assertThat(refusal.path("reason").asText()).isEqualTo("literal-key");
        JsonNode request = only("RotationRequested");
        assertThat(request.at("/object/name").asText()).isEqualTo("web");
        assertThat(request.at("/actor/name")).isEqualTo(refusal.at("/actor/name"));
        String checkpoint = published(lines().getLast());
        assertThat(verify(log(), checkpoint)).startsWith("whole");
        assertThat(String.join("\n", allLines())).doesNotContainPattern(KEY);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/audit-log.schema.json")), InputFormat.JSON);
        assertThat(allLines())
                .allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON))
                        .as(line)
                        .isEmpty());
    }

    @Test
    void noClientOfAnObjectStoreIsLoadedWhereThereIsNone() throws IOException {
        namespace.requestKey("web");
        String pid = Long.toString(installation.operator().operator().process().pid());
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process classes = new ProcessBuilder(jcmd.toString(), pid, "VM.class_hierarchy")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(classes.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("io.openrouteroperator.audit.ChainWriter")
                .doesNotContain("software.amazon.awssdk");
    }

    @Test
    void aTamperedOutputIsFound() throws IOException {
        namespace.requestKey("web");
        String line = lines().getLast();
        String published = published(line);

        assertThat(verify(log().replace(line, line.replace("web", "wob")), published))
                .contains("was changed");
        assertThat(verify(log().replace(line + "\n", ""), published)).doesNotStartWith("whole");
    }

    @Test
    void anOperatorThatStopsSaysSoAndItsSuccessorGoesOn() throws IOException {
        // Given
        namespace.requestKey("web");
        String before = lines().getLast();

        // When
        installation.operator().operator().process().terminate(PATIENCE);
        List<String> first = allLines();
        installation.operator().start();
        namespace.requestKey("another");

        // Then
        String last = ChainLine.parse(before).orElseThrow().writer();
        List<String> ended = first.stream()
                .filter(line -> ChainLine.parse(line).orElseThrow().writer().equals(last))
                .toList();
        assertThat(action(ended.getLast())).isEqualTo("ChainEnded");
        String start = allLines().stream()
                .filter(line -> action(line).equals("ChainStarted"))
                .reduce((_, latest) -> latest)
                .orElseThrow();
        assertThat(JSON.readTree(start).path("continues"))
                .anySatisfy(head -> assertThat(head.path("hash").asText())
                        .isEqualTo(
                                ChainLine.parse(ended.getLast()).orElseThrow().hash()));
        String checkpoint = published(lines().getLast());
        assertThat(verify(log(), checkpoint)).startsWith("whole");
    }

    /** What {@code audit verify} prints about an output, with the published key and this published checkpoint. */
    private String verify(String output, String checkpoint) throws IOException {
        Path keys = Files.writeString(
                work.resolve("keys.pem"),
                Objects.requireNonNull(configMap()).getData().getOrDefault("public-keys.pem", ""));
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

    /** The published checkpoint that covers a line, once there is one. */
    private String published(String line) {
        ChainLine covered = ChainLine.parse(line).orElseThrow();
        return await("a checkpoint is published")
                .atMost(PATIENCE)
                .until(
                        () -> checkpoints().stream()
                                .map(text -> ChainLine.parse(text).orElseThrow())
                                .filter(checkpoint -> checkpoint.writer().equals(covered.writer())
                                        && checkpoint.sequence() >= covered.sequence())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .text();
    }

    private List<String> checkpoints() {
        ConfigMap configMap = configMap();
        return configMap == null
                ? List.of()
                : configMap
                        .getData()
                        .getOrDefault("checkpoints.jsonl", "")
                        .lines()
                        .toList();
    }

    private @Nullable ConfigMap configMap() {
        return installation
                .controlPlane()
                .client()
                .configMaps()
                .inNamespace(InstalledOperator.NAMESPACE)
                .withName("openrouter-operator-audit-keys")
                .get();
    }

    private String log() {
        return installation.operator().operator().log();
    }

    private List<String> allLines() {
        return log().lines()
                .filter(line -> line.startsWith("{\"schema\":\"openrouter-operator.io/audit/"))
                .toList();
    }

    /** The lines about this test's objects. */
    private List<String> lines() {
        return allLines().stream()
                .filter(line -> line.contains("\"" + namespace.name() + "\""))
                .toList();
    }

    private long count(String action) {
        return lines().stream().filter(line -> action(line).equals(action)).count();
    }

    private JsonNode only(String action) {
        List<String> found =
                lines().stream().filter(line -> action(line).equals(action)).toList();
        assertThat(found).as(action).hasSize(1);
        try {
            return JSON.readTree(found.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String action(String line) {
        return ChainLine.parse(line).orElseThrow().action();
    }

    private static String podWith(String key) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec: {containers: [{name: app, image: x, env: [{name: OPENAI_API_KEY, value: %s}]}]}
                """.formatted(key);
    }
}
