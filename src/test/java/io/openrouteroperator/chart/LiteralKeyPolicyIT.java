package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyStatus;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The policies of {@code webhook.literalKeyPolicy} are never in the way: of changes, of the operator, of large objects. */
@ExtendWith(ControlPlaneExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class LiteralKeyPolicyIT {
    private static final String RELEASE = "literal-key-policy";
    private static final String OPERATOR =
            "system:serviceaccount:literal-key-policy:literal-key-policy-openrouter-operator";
    /** What the API server takes of one object's content, with room for its frame. */
    private static final int MOST_BYTES = 1024 * 1024 - 1024;

    private final ControlPlane controlPlane;
    private GuardedTenant tenant;

    @TempDir
    private Path work;

    LiteralKeyPolicyIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
        this.tenant = new GuardedTenant(controlPlane, RELEASE);
    }

    @BeforeAll
    void install() {
        tenant = GuardedTenant.install(controlPlane, RELEASE);
    }

    @Test
    void neverRefusesWhatOnlyGoesOnAsItWas() {
        String before = RELEASE + "-before";
        controlPlane.kubectl("create", "namespace", before).orThrow();
        for (String name : List.of(
                "pod-literals: argument",
                "templates: Deployment",
                "contents: ConfigMap with a bare key",
                "contents: Secret with a bare key")) {
            apply(before, Completed.of(Corpus.named(name).object())).orThrow();
        }
        tenant.govern(before);

        assertThat(patch(before, "deployment/web", "{\"spec\":{\"replicas\":0}}"))
                .satisfies(this::passes);
        assertThat(patch(before, "deployment/web", template("image", "other"))).satisfies(this::passes);
        assertThat(patch(before, "configmap/settings", "{\"data\":{\"more\":\"x\"}}"))
                .satisfies(this::passes);
        assertThat(patch(before, "secret/mixed", "{\"stringData\":{\"more\":\"x\"}}"))
                .satisfies(this::passes);
        assertThat(patch(before, "pod/web", "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}"))
                .satisfies(this::passes);
        assertThat(patch(before, "deployment/web", template("workingDir", "/" + SampleKeys.service("fresh"))))
                .satisfies(result -> assertThat(result.stderr()).contains("denied request: literal-key"));
        assertThat(patch(
                        before,
                        "secret/mixed",
                        "{\"stringData\":{\"more\":\"%s\"}}".formatted(SampleKeys.service("fresh"))))
                .satisfies(
                        result -> assertThat(result.stderr()).contains("denied request: key-outside-managed-secret"));
        assertThat(controlPlane.kubectl(
                        "delete", "pod,deployment,configmap,secret", "--all", "-n", before, "--wait=false"))
                .satisfies(this::passes);
    }

    @Test
    void leavesTheOperatorAndUngovernedNamespacesAlone() {
        JsonNode secret =
                Completed.of(Corpus.named("contents: Secret with a bare key").object());
        assertThat(apply(
                        tenant.namespace(),
                        secret,
                        "--dry-run=server",
                        "--as=" + OPERATOR,
                        "--as-group=system:masters"))
                .satisfies(this::passes);
        assertThat(apply("default", secret, "--dry-run=server")).satisfies(this::passes);
    }

    @Test
    void examinesTheLargestContentThatThereCanBe() {
        String text = "{\"some\": \"text\"}\n".repeat(MOST_BYTES / 17);
        for (String kind : List.of("ConfigMap", "Secret")) {
            assertThat(tried(kind, text)).satisfies(this::passes);
            assertThat(tried(kind, text + "sk-or-v1-your-key-here")).satisfies(this::passes);
            assertThat(tried(kind, text + SampleKeys.service("stray")).stderr())
                    .contains("denied request: key-outside-managed-secret: it holds ");
            assertThat(tried(kind, "sk-or-v1-".repeat(MOST_BYTES / 9)).stderr())
                    .contains(
                            "denied request: key-outside-managed-secret: it holds so many beginnings of OpenRouter keys");
        }
    }

    @Test
    void expressionsFitTheKindsTheyAreFor() {
        List<ValidatingAdmissionPolicy> policies =
                controlPlane
                        .client()
                        .admissionRegistration()
                        .v1()
                        .validatingAdmissionPolicies()
                        .list()
                        .getItems()
                        .stream()
                        .filter(each -> each.getMetadata().getName().startsWith(RELEASE + "-openrouter"))
                        .toList();
        assertThat(policies)
                .hasSize(4)
                .allSatisfy(policy -> await().atMost(GuardedTenant.PATIENCE)
                        .untilAsserted(
                                () -> assertThat(warnings(policy.getMetadata().getName()))
                                        .isEmpty()));
    }

    /** What the type checker of the controller manager thinks, once it has thought. */
    private List<?> warnings(String policy) {
        ValidatingAdmissionPolicyStatus status = controlPlane
                .client()
                .admissionRegistration()
                .v1()
                .validatingAdmissionPolicies()
                .withName(policy)
                .require()
                .getStatus();
        assertThat(status.getObservedGeneration()).isEqualTo(1);
        return status.getTypeChecking().getExpressionWarnings();
    }

    private CommandResult tried(String kind, String text) {
        ObjectNode object =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", kind);
        object.putObject("metadata").put("name", "large");
        object.putObject(kind.equals("Secret") ? "stringData" : "data").put("entry", text);
        return apply(tenant.namespace(), object, "--dry-run=server");
    }

    private static String template(String field, String value) {
        return "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"%s\":\"%s\"}]}}}}"
                .formatted(field, value);
    }

    private CommandResult apply(String namespace, JsonNode object, String... more) {
        ObjectNode placed = object.deepCopy();
        placed.withObject("/metadata").put("namespace", namespace);
        try {
            Path file = Files.writeString(work.resolve("object.json"), placed.toString());
            return controlPlane.kubectl(Stream.concat(Stream.of("create", "-f", file.toString()), Stream.of(more))
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandResult patch(String namespace, String object, String patch) {
        return controlPlane.kubectl("patch", object, "-n", namespace, "-p", patch);
    }

    private void passes(CommandResult result) {
        assertThat(result.exitCode()).as(result.stderr()).isZero();
    }
}
