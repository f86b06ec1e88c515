package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds as a person at a terminal meets them. */
class KubectlIT {
    private static final String KEY = "src/test/resources/crds/key/valid-everything.yaml";

    @RegisterExtension
    static final DefinedKinds KINDS = new DefinedKinds();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openrouterkey                             | A service asks for its own key to OpenRouter
            openrouterkey.spec.secret.aliases         | Example: [OPENAI_API_KEY].
            openrouterpolicy.spec.rotation.interval   | Default: 90d. Example: 30d.
            openrouterpolicy.spec.namespaceSelector   | Labels that must have exactly these values
            openrouteraccount.spec.pollInterval       | Default: 60s. Example: 5m.
            openrouteraccount.status.conditions       | True, False or Unknown
            """)
    void explainsFields(String field, String words) {
        assertThat(oneLine("explain", field)).contains(words);
    }

    @Test
    void listsAllKindsByCategory() {
        run("apply", "-f", KEY);

        assertThat(run("get", "openrouter", "-A", "-o", "name"))
                .contains("openrouterkey.openrouter-operator.io/fixture-everything");
    }

    @Test
    void findsKeysByClassificationAndPolicy() {
        run("apply", "-f", KEY);

        assertThat(run("get", "ork", "-o", "name", "--field-selector", selector("confidential", "corporate")))
                .contains("fixture-everything");
        assertThat(run("get", "ork", "-o", "name", "--field-selector", selector("internal", "corporate")))
                .isEmpty();
    }

    @Test
    void printsWhatAServiceDeveloperAsksFirst() {
        run("apply", "-f", KEY);

        assertThat(run("get", "ork").lines().findFirst().orElse(""))
                .containsSubsequence("NAME", "CLASS", "READY", "REASON", "ROTATION", "NEXT ROTATION", "AGE");
        assertThat(run("get", "ork", "-o", "wide").lines().findFirst().orElse(""))
                .containsSubsequence("AGE", "POLICY", "SECRET", "KEY", "SERIAL", "EXPIRES", "SPENT", "HASH", "MESSAGE");
        assertThat(run("get", "orp,ora")).as("short names").isEmpty();
    }

    @Test
    void tellsWhereRotationsStandWithinTheWidthOfTerminal() {
        run("apply", "-f", KEY);
        String status = """
                {"status": {"rotation": "Waiting for window Sun 02:00 Europe/Berlin", "nextRotationTime": "2026-12-27T01:00:00Z",
                 "conditions": [{"type": "Ready", "status": "True", "reason": "Provisioned", "message": "all is well",
                                 "lastTransitionTime": "2026-11-25T00:00:00Z"}]}}
                """;

        run("patch", "ork", "fixture-everything", "--subresource=status", "--type=merge", "-p", status);

        assertThat(run("get", "ork", "-A").lines())
                .anyMatch(line -> line.contains("Waiting for window Sun 02:00 Europe/Berlin"))
                .allSatisfy(line -> assertThat(line.stripTrailing()).hasSizeLessThanOrEqualTo(145));
    }

    private static String selector(String classification, String policy) {
        return "spec.classification=" + classification + ",spec.policyRef.name=" + policy;
    }

    private static String oneLine(String... arguments) {
        return run(arguments).replaceAll("\\s+", " ");
    }

    private static String run(String... arguments) {
        return KINDS.controlPlane().kubectl(arguments).orThrow();
    }
}
