package io.openrouteroperator.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.report.Level;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lint knows once it is told what the cluster holds. */
class LintAgainstClusterTest {
    private static final Path CLUSTER = Path.of("src/test/resources/lint-cluster/cluster.yaml");
    private static final String BEFORE_THE_EXEMPTION_ENDS = "2027-01-30T23:59:59Z";
    private static final String AFTER_IT = "2027-01-31T00:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "shop, " + BEFORE_THE_EXEMPTION_ENDS + ", NOTE",
        "shop, " + AFTER_IT + ", ERROR",
        "ungoverned, " + AFTER_IT + ", NOTE",
        "not-there-yet, " + AFTER_IT + ", ERROR",
    })
    void judgesByTheExemptionsOfThatDay(String namespace, Instant at, Level level) throws IOException {
        assertThat(findings(namespace, at, SampleKeys.service("stray")))
                .extracting(LocatedViolation::level)
                .containsExactly(level);
    }

    @ParameterizedTest
    @CsvSource({"billing", "earlier"})
    void namesWhoseKeyALeakedOneIs(String key) throws IOException {
        assertThat(findings("shop", Instant.parse(AFTER_IT), SampleKeys.service(key)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.violation().what()).contains("payments/billing"));
    }

    @Test
    void knowsAManagementKeyByTheSecretThatAnAccountNames() throws IOException {
        String secret = """
                apiVersion: v1
                kind: Secret
                metadata: {namespace: openrouter-system, name: openrouter-management}
                stringData: {key: %s}
                """.formatted(SampleKeys.service("management-in-disguise"));
        Linter linter = linter(Instant.parse(AFTER_IT));
        linter.add("secret.yaml", secret);
        linter.add("copy.yaml", pod("shop", SampleKeys.service("management-in-disguise")));

        assertThat(linter.result().violations()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("copy.yaml");
            assertThat(finding.violation().rule()).isEqualTo(Rule.MANAGEMENT_KEY_EXPOSED);
        });
    }

    private static List<LocatedViolation> findings(String namespace, Instant at, String key) throws IOException {
        Linter linter = linter(at);
        linter.add("pod.yaml", pod(namespace, key));
        return linter.result().violations();
    }

    private static Linter linter(Instant at) throws IOException {
        Linter linter = new Linter("default", at);
        linter.addDeclared(
                "cluster.yaml",
                Files.readString(CLUSTER)
                        .replace("HASH_OF_BILLING", hash("billing"))
                        .replace("HASH_OF_EARLIER", hash("earlier")));
        return linter;
    }

    private static String hash(String key) {
        return KeyHash.of(SecretValue.of(SampleKeys.service(key))).value();
    }

    private static String pod(String namespace, String key) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {namespace: %s, name: a}
                spec: {containers: [{name: a, env: [{name: KEY, value: %s}]}]}
                """.formatted(namespace, key);
    }
}
