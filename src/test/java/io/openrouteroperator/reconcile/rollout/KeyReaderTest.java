package io.openrouteroperator.reconcile.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which references take the key, and whether the container sees it change. */
class KeyReaderTest {
    private static final KeySelection KEY = new KeySelection("ai", Set.of("KEY", "config.yaml"));
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "envFrom: [{secretRef: {name: ai}}] | ENVIRONMENT",
                "envFrom: [{prefix: X_, secretRef: {name: ai}}] | ENVIRONMENT",
                "envFrom: [{secretRef: {name: other}}] | ",
                "envFrom: [{configMapRef: {name: ai}}] | ",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: ai, key: KEY}}}] | ENVIRONMENT",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: ai, key: URL}}}] | ",
                "env: [{name: A, valueFrom: {secretKeyRef: {name: other, key: KEY}}}] | ",
                "env: [{name: A, value: KEY}] | ",
                "volumeMounts: [{name: all, mountPath: /v}] | LIVE_FILE",
                "volumeMounts: [{name: all, mountPath: /v, subPath: KEY}] | FIXED_FILE",
                "volumeMounts: [{name: all, mountPath: /v, subPath: URL}] | ",
                "volumeMounts: [{name: all, mountPath: /v, subPathExpr: $(POD)}] | FIXED_FILE",
                "volumeMounts: [{name: part, mountPath: /v}] | LIVE_FILE",
                "volumeMounts: [{name: part, mountPath: /v, subPath: etc}] | FIXED_FILE",
                "volumeMounts: [{name: part, mountPath: /v, subPath: etc/app.yaml}] | FIXED_FILE",
                "volumeMounts: [{name: part, mountPath: /v, subPath: config.yaml}] | ",
                "volumeMounts: [{name: url, mountPath: /v}] | ",
                "volumeMounts: [{name: mixed, mountPath: /v}] | LIVE_FILE",
                "volumeMounts: [{name: all, mountPath: /v}, {name: all, mountPath: /w, subPath: KEY}] | FIXED_FILE",
                "volumeMounts: [{name: all, mountPath: /v}]\\nenvFrom: [{secretRef: {name: ai}}] | ENVIRONMENT",
            })
    void containerReads(String fields, KeyReader.Manner manner) {
        PodSpec spec = spec("containers", fields);

        assertThat(KeyReader.in(spec, KEY))
                .extracting(KeyReader::manner)
                .isEqualTo(manner == null ? java.util.List.of() : java.util.List.of(manner));
    }

    @Test
    void preparationIsOverBeforeFilesChange() {
        KeyReader reader = only(spec("initContainers", "volumeMounts: [{name: all, mountPath: /v}]"));

        assertThat(reader).isEqualTo(new KeyReader("app", KeyReader.Stage.PREPARATION, KeyReader.Manner.FIXED_FILE));
    }

    @Test
    void sidecarGoesOn() {
        KeyReader reader =
                only(spec("initContainers", "volumeMounts: [{name: all, mountPath: /v}]\\nrestartPolicy: Always"));

        assertThat(reader).isEqualTo(new KeyReader("app", KeyReader.Stage.SERVICE, KeyReader.Manner.LIVE_FILE));
    }

    @Test
    void debuggingContainersCount() {
        KeyReader reader = only(spec("ephemeralContainers", "envFrom: [{secretRef: {name: ai}}]"));

        assertThat(reader).isEqualTo(new KeyReader("app", KeyReader.Stage.DEBUGGING, KeyReader.Manner.ENVIRONMENT));
    }

    private static KeyReader only(PodSpec spec) {
        assertThat(KeyReader.in(spec, KEY)).hasSize(1);
        return KeyReader.in(spec, KEY).getFirst();
    }

    private static PodSpec spec(String list, String fields) {
        String text = """
                volumes:
                  - {name: all, secret: {secretName: ai}}
                  - {name: part, secret: {secretName: ai, items: [{key: config.yaml, path: etc/app.yaml}]}}
                  - {name: url, projected: {sources: [{secret: {name: ai, items: [{key: URL, path: url}]}}]}}
                  - {name: mixed, projected: {sources: [{configMap: {name: ai}}, {secret: {name: ai}}]}}
                %s:
                  - name: app
                %s""".formatted(list, fields.replace("\\n", "\n").indent(4));
        return YAML.unmarshal(text, PodSpec.class);
    }
}
