package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.MANAGED;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static io.openrouteroperator.admission.SampleCluster.secret;
import static io.openrouteroperator.admission.SampleCluster.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is on its way out is never kept from leaving, and is no place to put a key either. */
class LeavingObjectsTest {
    private static final String FINALIZER = ", finalizers: [a.org/a]";

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    static Stream<String> leavingObjects() {
        String literal = "env: [{name: A, value: %s}]".formatted(STRAY);
        return Stream.of(
                        secret("mixed", STRAY),
                        secret("checkout-openrouter", MANAGED),
                        configMap(STRAY),
                        pod(literal),
                        template("Deployment", literal))
                .map(LeavingObjectsTest::leaving);
    }

    @ParameterizedTest
    @MethodSource("leavingObjects")
    void finalizersGoAndDeletionsAreRepeated(String object) throws Exception {
        assertThat(object).contains(FINALIZER);
        assertThat(allows(Reviews.update(object, object.replace(FINALIZER, ""))))
                .isTrue();
        assertThat(allows(Reviews.delete(object, "jane"))).isTrue();
    }

    @Test
    void aSecretOrConfigMapThatAFinalizerKeepsTakesNoKey() throws Exception {
        String secret = leaving(secret("mixed", "nothing"));
        String managed = leaving(secret("checkout-openrouter", MANAGED));
        String configMap = leaving(configMap("nothing"));

        assertThat(allows(Reviews.update(secret, leaving(secret("mixed", STRAY)))))
                .isFalse();
        assertThat(allows(Reviews.update(managed, leaving(secret("checkout-openrouter", STRAY)))))
                .isFalse();
        assertThat(allows(Reviews.update(configMap, leaving(configMap(STRAY))))).isFalse();
    }

    private boolean allows(String review) throws Exception {
        return webhook.review(review).path("allowed").asBoolean();
    }

    private static String configMap(String value) {
        return "kind: ConfigMap\nmetadata: {name: settings, namespace: payments}\ndata: {key: %s}".formatted(value);
    }

    /** The samples write their metadata in lines or in braces; in braces all of them can be extended. */
    private static String leaving(String object) {
        return object.replaceFirst(
                        "metadata:\n  name: (\\S+)\n  namespace: payments", "metadata: {name: $1, namespace: payments}")
                .replaceFirst("\n  labels: \\{app: checkout}", "")
                .replaceFirst("namespace: payments", "namespace: payments, deletionTimestamp: x" + FINALIZER);
    }
}
