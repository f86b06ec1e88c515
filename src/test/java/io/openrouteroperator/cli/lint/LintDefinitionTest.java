package io.openrouteroperator.cli.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects of our own kinds that the API server would not take as they are written: the place is named, and what was meant. */
class LintDefinitionTest {
    private static final String POLICY = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterPolicy
            metadata: {name: corporate}
            spec:
              accountRef: {name: production}
              enforcement: Enforce
              namespaceSelector: {matchLabels: {a: b}}
              classifications:
              - name: public
                limit: {maxUsd: 10, reset: Daily}
              - name: internal
                limit: {maxUsd: 10, reset: Daily}
                providers:
                  countries: [DE]
                models: {allowFree: true}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enforcement:      | enforcment:     | stdin:6: OpenRouterPolicy "corporate" has no field spec.enforcment; did you mean 'enforcement'?
            countries:        | contries:       | stdin:14: OpenRouterPolicy "corporate" has no field spec.classifications[1].providers.contries; did you mean 'countries'?
            models:           | model:          | stdin:15: OpenRouterPolicy "corporate" has no field spec.classifications[1].model; did you mean 'models'?
            allowFree:        | gratis:         | stdin:15: OpenRouterPolicy "corporate" has no field spec.classifications[1].models.gratis; kubectl explain openrouterpolicy.spec
            spec:             | specs:          | stdin:5: OpenRouterPolicy "corporate" has no field specs; did you mean 'spec'?
            Enforce           | enforce         | stdin:6: OpenRouterPolicy "corporate" does not fit its definition: spec.enforcement takes one of Enforce, Warn, Audit
            [DE]              | {DE: yes}       | stdin:14: OpenRouterPolicy "corporate" does not fit its definition: spec.classifications[1].providers.countries
            v1alpha1          | v1              | stdin:1: OpenRouterPolicy "corporate" is of a version that is not known here; it has to be openrouter-operator.io/v1alpha1
            OpenRouterPolicy  | OpenRouterPolcy | stdin:2: OpenRouterPolcy "corporate" is of a kind that openrouter-operator.io/v1alpha1 does not have; did you mean 'OpenRouterPolicy'?
            """)
    void namesTheFieldAndWhatWasMeant(String right, String wrong, String said) {
        CommandRun run = CommandRun.withInput(POLICY.replace(right, wrong), "lint", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains(said);
    }

    @Test
    void isContentWithOneThatFits() {
        assertThat(CommandRun.withInput(POLICY, "lint", "-f", "-").exitCode()).isZero();
    }

    @Test
    void leavesToTheClusterWhatItHasTaken() {
        String later = POLICY.replace("{name: corporate}", "{name: corporate, uid: 1-2}") + "  ofALaterVersion: 1\n";

        assertThat(CommandRun.withInput(later, "lint", "-f", "-").exitCode()).isZero();
    }

    @Test
    void plansNothingThatIsMisspelt() {
        CommandRun run = CommandRun.withInput(
                POLICY.replace("enforcement:", "enforcment:"),
                "plan",
                "-f",
                "-",
                "--snapshot",
                "src/test/resources/lint-cluster/cluster.yaml");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("stdin:6: ", "did you mean 'enforcement'?");
    }

    @Test
    void namesAPolicyThatDoesNotFitItsDefinition() {
        String input =
                "kind: OpenRouterPolicy\napiVersion: openrouter-operator.io/v1alpha1\nmetadata: {name: p}\nspec: {enforcement: Sometimes}\n";

        CommandRun run = CommandRun.withInput(input, "lint", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("stdin:4: OpenRouterPolicy \"p\" does not fit its definition");
    }
}
