package io.openrouteroperator.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A field that a new version of Kubernetes brings must be read, or be told here why a key cannot come by it. */
class PodSchemaTest {
    /** Fields that say "secret" and name none. */
    private static final Map<String, String> NO_SECRETS =
            Map.of("volumes[].cephfs.secretFile", "a path on the node: who may write there needs no pod to read it");

    private final List<PodField> fields = ModelSchema.textFields();

    @Test
    void theWalkReachesTheFarEnds() {
        assertThat(fields.stream().map(PodField::path))
                .hasSizeGreaterThan(300)
                .contains(
                        "containers[].args[]",
                        "ephemeralContainers[].env[].valueFrom.secretKeyRef.name",
                        "nodeSelector{}",
                        "volumes[].projected.sources[].secret.items[].key");
    }

    @Test
    void everyTextIsSearched() {
        assertThat(fields).allSatisfy(field -> assertThat(field.isSearched()).isTrue());
    }

    @Test
    void everyFieldThatNamesASecretIsRead() {
        assertThat(unread(fields, "secret")).containsExactlyInAnyOrderElementsOf(NO_SECRETS.keySet());
    }

    @Test
    void everyFieldThatNamesAConfigMapIsRead() {
        assertThat(unread(fields, "configmap")).isEmpty();
    }

    /** Paths of fields that name an object of a kind, and that the readers take no notice of. */
    static List<String> unread(List<PodField> fields, String word) {
        List<PodField> naming =
                fields.stream().filter(field -> field.names(word)).toList();
        assertThat(naming).isNotEmpty();
        return naming.stream()
                .filter(field -> !field.isRead(word.equals("secret")))
                .map(PodField::path)
                .toList();
    }

    static List<String> namingNoSecret() {
        return List.copyOf(NO_SECRETS.keySet());
    }
}
