package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openrouteroperator.admission.GovernedNamespace;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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

    private final Installation installation;
    private final GovernedNamespace namespace;
    private final PrintedLog log;
    private final PublishedProof proof;

    AuditLogIT(Installation installation, @TempDir Path work) {
        this.installation = installation;
        this.namespace = GovernedNamespace.holding(installation, "stray", STRAY);
        this.log = new PrintedLog(installation, namespace.name());
        this.proof = new PublishedProof(installation.controlPlane().client(), work);
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
        await("the first key is replaced").atMost(PATIENCE).until(() -> log.count("KeyPublished") == 2);

        // Then
        assertThat(log.lines().stream().map(PrintedLog::action))
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
        JsonNode refusal = log.only("AdmissionRefused");
        assertThat(refusal.at("/actor/kind").asText()).isEqualTo("User");
        assertThat(refusal.at("/object/kind").asText()).isEqualTo("Pod");
        assertThat(refusal.path("reason").asText()).isEqualTo("literal-key");
        JsonNode request = log.only("RotationRequested");
        assertThat(request.at("/object/name").asText()).isEqualTo("web");
        assertThat(request.at("/actor/name")).isEqualTo(refusal.at("/actor/name"));
        String checkpoint = proof.covering(log.lines().getLast());
        assertThat(proof.verify(log.text(), checkpoint)).startsWith("whole");
        assertThat(String.join("\n", log.allLines())).doesNotContainPattern(KEY);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/audit-log.schema.json")), InputFormat.JSON);
        assertThat(log.allLines())
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
        String line = log.lines().getLast();
        String published = proof.covering(line);

        assertThat(proof.verify(log.text().replace(line, line.replace("web", "wob")), published))
                .contains("was changed");
        assertThat(proof.verify(log.text().replace(line + "\n", ""), published)).doesNotStartWith("whole");
    }

    @Test
    void anOperatorThatStopsSaysSoAndItsSuccessorGoesOn() throws IOException {
        // Given
        namespace.requestKey("web");
        String before = log.lines().getLast();

        // When
        installation.operator().operator().process().terminate(PATIENCE);
        installation.operator().start();
        namespace.requestKey("another");

        // Then
        String last = ChainLine.parse(before).orElseThrow().writer();
        List<String> ended = log.linesOf(last);
        assertThat(PrintedLog.action(ended.getLast())).isEqualTo("ChainEnded");
        String start = log.allLines().stream()
                .filter(line -> PrintedLog.action(line).equals("ChainStarted"))
                .reduce((_, latest) -> latest)
                .orElseThrow();
        assertThat(PrintedLog.json(start).path("continues"))
                .anySatisfy(head -> assertThat(head.path("hash").asText())
                        .isEqualTo(
                                ChainLine.parse(ended.getLast()).orElseThrow().hash()));
        String checkpoint = proof.covering(log.lines().getLast());
        assertThat(proof.verify(log.text(), checkpoint)).startsWith("whole");
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
