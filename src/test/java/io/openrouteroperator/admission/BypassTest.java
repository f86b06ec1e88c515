package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static io.openrouteroperator.admission.SampleCluster.secret;
import static io.openrouteroperator.admission.SampleCluster.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every known way past admission that begins at a pod, by the name that the table in {@code docs/security-model.md} gives it. Those
 * that no admission can see are here too: they pass, and the table says what closes them.
 */
class BypassTest extends WaysPast {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Test
    void secretInAnyContainer() throws Exception {
        refusesEachPod(Rule.SECRET_NOT_MANAGED, "secretInAnyContainer");
    }

    @Test
    void ephemeralContainerAddedLater() throws Exception {
        String debugged =
                HARMLESS + "\n  ephemeralContainers: [{name: d, image: x, envFrom: [{secretRef: {name: stray}}]}]";
        refuses(Rule.SECRET_NOT_MANAGED, Reviews.update(HARMLESS, debugged, "ephemeralcontainers"));
    }

    @Test
    void secretInAVolume() throws Exception {
        refusesEachPod(Rule.SECRET_NOT_MANAGED, "secretInAVolume");
    }

    @Test
    void secretOfAStorageDriverOrRegistry() throws Exception {
        refusesEachPod(Rule.SECRET_NOT_MANAGED, "secretOfAStorageDriverOrRegistry");
    }

    @Test
    void managementKeyOfTheAccount() throws Exception {
        refusesEachPod(Rule.MANAGEMENT_KEY_EXPOSED, "managementKeyOfTheAccount");
    }

    @Test
    void literalInAnyString() throws Exception {
        refusesEachPod(Rule.LITERAL_KEY, "literalInAnyString");
    }

    @Test
    void fieldThatDoesNotExistYet() throws Exception {
        refuses(Rule.LITERAL_KEY, Reviews.create(pod("later: {deep: [{value: %s}]}".formatted(STRAY))));
        refuses(Rule.SECRET_NOT_MANAGED, Reviews.create(pod("later: {anySecretRef: {name: stray}}")));
    }

    @Test
    void keyInPieces() throws Exception {
        refusesEachPod(Rule.LITERAL_KEY, "keyInPieces");
    }

    @Test
    void encodedKey() throws Exception {
        refusesEachPod(Rule.LITERAL_KEY, "encodedKey");
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(secret("mixed", base64("a" + STRAY))));
    }

    @Test
    void hexReversedOrEncodedTwice() throws Exception {
        String hex = HexFormat.of().formatHex(STRAY.getBytes(StandardCharsets.UTF_8));
        String reversed = new StringBuilder(STRAY).reverse().toString();
        String wide = Base64.getEncoder().encodeToString(STRAY.getBytes(StandardCharsets.UTF_16LE));
        for (String value : List.of(hex, reversed, wide, base64(base64(STRAY)))) {
            passes(Reviews.create(pod("env: [{name: A, value: %s}]".formatted(value))));
        }
    }

    @Test
    void piecesThatTheProgramJoins() throws Exception {
        String start = STRAY.substring(0, 30);
        String end = STRAY.substring(30);
        passes(Reviews.create(
                pod("env: [{name: A, value: %s}]\n    args: [sh, -c, 'exec app --key=$A%s']".formatted(start, end))));
        webhook.configMap("pieces", "start", start);
        passes(Reviews.create(pod(
                "env: [{name: A, valueFrom: {configMapKeyRef: {name: pieces, key: start}}}, {name: B, value: $(A)%s}]"
                        .formatted(end))));
    }

    @Test
    void variableFromAFileOrImageVolume() throws Exception {
        passes(
                Reviews.create(
                        pod(
                                "env: [{name: A, valueFrom: {fileKeyRef: {path: k.env, volumeName: v, key: k}}}]\n  volumes: [{name: v, image: {reference: registry.example/key}}]")));
    }

    @Test
    void keyOfAnotherService() throws Exception {
        webhook.governance.key(new ManagedKey(
                new ObjectName("payments", "ledger"), "ledger", "KEY", "internal", Set.of(), Set.of("ledger")));
        refuses(Rule.KEY_OF_ANOTHER_SERVICE, Reviews.create(pod("envFrom: [{secretRef: {name: ledger}}]")));
    }

    @Test
    void templateOfAController() throws Exception {
        for (String kind : List.of(
                "Deployment",
                "StatefulSet",
                "DaemonSet",
                "ReplicaSet",
                "ReplicationController",
                "Job",
                "Rollout",
                "Service")) {
            refuses(Rule.LITERAL_KEY, Reviews.create(template(kind, "args: [%s]".formatted(STRAY))));
        }
    }

    @Test
    void templateOfAControllerThatNobodyKnows() throws Exception {
        String unknown = template("Deployment", "args: [%s]".formatted(STRAY)).replace("apps/v1", "example.org/v1");
        passes(Reviews.create(unknown));
        String controller = "system:serviceaccount:example:controller";
        refuses(Rule.LITERAL_KEY, Reviews.create(pod("args: [%s]".formatted(STRAY)), controller));
    }

    @Test
    void patchOfOneField() throws Exception {
        String before = template("Deployment", "env: [{name: A, value: x}]");
        refuses(Rule.LITERAL_KEY, Reviews.update(before, before.replace("value: x", "value: " + STRAY)));
        String labelled = HARMLESS.replace("labels: {", "labels: {key: %s, ".formatted(STRAY));
        refuses(Rule.LITERAL_KEY, Reviews.update(HARMLESS, labelled));
    }

    @Test
    void execCopyAttachAndPortForward() throws Exception {
        String connection =
                Reviews.create("kind: PodExecOptions\ncommand: [sh]").replace("\"CREATE\"", "\"CONNECT\"");
        passes(connection);
    }

    @Test
    void mirrorAnnotation() throws Exception {
        String mirror = pod("args: [%s]".formatted(STRAY))
                .replace("labels: {", "annotations: {kubernetes.io/config.mirror: a}\n  labels: {");
        refuses(Rule.LITERAL_KEY, Reviews.create(mirror));
    }

    @Test
    void whatExistedBefore() throws Exception {
        String old = pod("envFrom: [{secretRef: {name: stray}}]\n    args: [%s]".formatted(STRAY));
        passes(Reviews.update(old, old.replace("labels: {", "labels: {team: blue, ")));
        JsonNode pod = YAML.readTree("apiVersion: v1\n" + old);
        PodContents contents = new PodContents(
                Map.of("stray", webhook.fetch(new ContentName(true, new ObjectName("payments", "stray")))), Map.of());
        assertThat(ObjectChecks.check(ObjectFactsReader.read(pod, "payments"), contents, webhook.governance))
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(Rule.LITERAL_KEY, Rule.SECRET_NOT_MANAGED);
    }

    @Test
    void podWithoutAName() throws Exception {
        refuses(
                Rule.LITERAL_KEY,
                Reviews.create("kind: Pod\nmetadata: {generateName: web-}\nspec: {containers: [{name: a, args: [%s]}]}"
                        .formatted(STRAY)));
    }

    @Test
    void moreReferencesThanCanBeRead() throws Exception {
        StringBuilder references = new StringBuilder("envFrom: [");
        for (int i = 0; i <= PodChecks.MOST_TARGETS; i++) {
            references.append("{secretRef: {name: s%d}},".formatted(i));
        }
        refuses(Rule.NOT_EXAMINABLE, Reviews.create(pod(references + "]")));
    }

    @Test
    void secretThatCannotBeReadInTime() throws Exception {
        webhook.breakDown();
        refuses(Rule.NOT_EXAMINABLE, Reviews.create(pod("envFrom: [{secretRef: {name: clean}}]")));
    }

    @Test
    void endlessNesting() throws Exception {
        String deep = Reviews.create(pod("env: []")).replace("[]", "[".repeat(5_000) + "]".repeat(5_000));
        assertThat(webhook.post(deep).statusCode())
                .as("failurePolicy Fail refuses it")
                .isEqualTo(400);
    }

    @Test
    void duplicateJsonKeys() throws Exception {
        String twice = Reviews.create(pod("args: [x]"))
                .replace("\"args\":[\"x\"]", "\"args\":[\"x\"],\"args\":[\"%s\"]".formatted(STRAY));
        refuses(Rule.LITERAL_KEY, twice);
    }

    @Test
    void lookAlikes() throws Exception {
        passes(Reviews.create(pod("env: [{name: A, value: %s}]".formatted(STRAY.replace("sk-or", "ѕk-or")))));
        passes(Reviews.create(pod("env: [{name: A, value: %s}]".formatted(STRAY.replace("sk-or", "SK-OR")))));
    }
}
