package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.governance.DeclarationMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own kinds are judged beside what is declared already. */
class DeclarationTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String POLICY = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterPolicy
            metadata: {name: corporate}
            spec:
              accountRef: {name: production}
              rotation: {interval: 30d, maxAge: 40d}
              classifications:
              - {name: internal, providers: {allow: [openai]}, limit: {maxUsd: 100, reset: Monthly}}
              - name: restricted
                providers: {allow: [openai]}
                namespaceSelector: {matchLabels: {vault: "yes"}}
            """;
    private static final String KEY = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {name: checkout, namespace: payments}
            spec: {classification: internal}
            """;
    private static final String DELIVERED = KEY + """
            status:
              account: production
              pending: {serial: 1, name: x}
            """;

    private final WebhookServer webhook = new WebhookServer();

    DeclarationTest() throws IOException {
        webhook.declarations.namespace("payments", Map.of("openrouter-operator.io/governed", "true"));
        webhook.declarations.namespace("other", Map.of());
        webhook.declarations.policy(DeclarationMapper.policy(YAML.readTree(POLICY)));
    }

    @AfterEach
    void stop() {
        webhook.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "classification: intrenal | spec.classification | did you mean",
                "classification: restricted | spec.classification | classification: internal",
                "classification: internal, limit: {usd: 200} | spec.limit.usd | write at most 100",
                "classification: internal, limit: {usd: 60, reset: Daily} | spec.limit.usd | write at most 3.22",
                "classification: internal, rotation: {interval: 60d} | spec.rotation.interval | only 30d or less",
                "classification: internal, secret: {name: taken} | spec.secret.name | \"taken\" is that of OpenRouterKey \"ledger\""
            })
    void refusesAKeyThatWouldGetNoGrant(String spec, String field, String words) throws Exception {
        declare(KEY.replace("checkout", "ledger").replace("internal", "internal, secret: {name: taken}"));
        String refused = KEY.replace("classification: internal", spec);

        JsonNode response = webhook.review(Reviews.create(refused));

        assertThat(causes(response)).containsExactly("key-not-granted at " + field);
        assertThat(response.at("/status/message").asText())
                .startsWith("it breaks a rule of the operator: OpenRouterKey payments/checkout")
                .contains(words);
        assertThat(allowed(Reviews.update(refused, refused.replace("spec: {", "spec: {adopt: true, "))))
                .as("what was wrong before is no reason to refuse")
                .isTrue();
        assertThat(allowed(Reviews.create(refused, WebhookServer.OPERATOR.username())))
                .isTrue();
    }

    @Test
    void admitsAKeyThatFitsAndOneThatComesBeforeItsPolicy() throws Exception {
        assertThat(webhook.review(Reviews.create(KEY)).has("warnings")).isFalse();
        assertThat(allowed(Reviews.create(KEY.replace("payments", "unknown")))).isTrue();
        JsonNode early = webhook.review(Reviews.create(KEY.replace("payments", "other")));
        assertThat(early.path("allowed").asBoolean()).isTrue();
        assertThat(early.path("warnings").toString()).contains("key-not-granted at metadata.namespace");
    }

    @Test
    void refusesAKeyThatNamesNoneOfItsPolicies() throws Exception {
        webhook.declarations.policy(DeclarationMapper.policy(YAML.readTree(POLICY.replace("corporate", "second"))));
        JsonNode response = webhook.review(Reviews.create(KEY));
        assertThat(causes(response)).containsExactly("key-not-granted at spec.policyRef");
        assertThat(response.at("/status/message").asText())
                .contains("policyRef: {name: corporate}  # one of corporate, second");
        assertThat(allowed(Reviews.create(KEY.replace("internal}", "internal, policyRef: {name: second}}"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: internal | name: renamed | spec.classifications",
                "{name: internal, | {name: internal, namespaceSelector: {matchLabels: {a: b}}, | spec.classifications",
                "rotation: {interval: 30d, maxAge: 40d} | namespaceSelector: {matchLabels: {a: b}} | spec.namespaceSelector"
            })
    void refusesAChangeThatStrandsKeysUnlessItsAuthorSaysSo(String before, String after, String field)
            throws Exception {
        String changed = POLICY.replace(before, after);
        assertThat(allowed(Reviews.update(POLICY, changed)))
                .as("no key uses it")
                .isTrue();

        declare(DELIVERED);
        JsonNode response = webhook.review(Reviews.update(POLICY, changed));
        assertThat(causes(response)).containsExactly("keys-stranded at " + field);
        assertThat(response.at("/status/message").asText())
                .startsWith("it breaks a rule of the operator: OpenRouterPolicy corporate")
                .contains("1 OpenRouterKey in use", "payments/checkout")
                .contains("kubectl annotate openrouterpolicy corporate openrouter-operator.io/allow-stranding=true");

        JsonNode meant = webhook.review(Reviews.update(POLICY, accepted(changed)));
        assertThat(meant.path("allowed").asBoolean()).isTrue();
        assertThat(meant.path("warnings").toString()).contains("keys-stranded at " + field);
    }

    @Test
    void warnsOfALimitThatKeysInUseExceedAndOfPoliciesThatOverlap() throws Exception {
        declare(DELIVERED.replace("internal}", "internal, limit: {usd: 80, reset: Monthly}}"));
        JsonNode lower = webhook.review(Reviews.update(POLICY, POLICY.replace("maxUsd: 100", "maxUsd: 50")));
        assertThat(lower.path("allowed").asBoolean()).isTrue();
        assertThat(lower.path("warnings").toString()).contains("limit of their own", "payments/checkout");

        JsonNode second = webhook.review(Reviews.create(POLICY.replace("corporate", "second")));
        assertThat(second.path("allowed").asBoolean()).isTrue();
        assertThat(second.path("warnings").toString())
                .contains("policies-overlap at spec.namespaceSelector", "too: payments.", "and name none");
    }

    @Test
    void refusesWindowsThatOpenTooRarely() throws Exception {
        String rare = POLICY.replace("maxAge: 40d", "maxAge: 40d, windows: [{cron: \"0 2 1 1 *\", duration: 4h}]");
        JsonNode response = webhook.review(Reviews.create(rare.replace("corporate", "rare")));
        assertThat(causes(response)).containsExactly("policy-not-workable at spec.rotation.windows");
    }

    @Test
    void refusesDeletionsWhileKeysAreInUseExceptByTheClustersOwnCleaners() throws Exception {
        String account = POLICY.replace("OpenRouterPolicy", "OpenRouterAccount").replace("corporate", "production");
        assertThat(allowed(Reviews.delete(POLICY, "jane"))).isTrue();
        assertThat(allowed(Reviews.delete(account, "jane"))).isTrue();

        declare(DELIVERED);
        assertThat(causes(webhook.review(Reviews.delete(POLICY, "jane"))))
                .containsExactly("keys-stranded at spec.namespaceSelector");
        assertThat(causes(webhook.review(Reviews.delete(account, "jane"))))
                .containsExactly("keys-stranded at metadata.name");
        assertThat(allowed(Reviews.delete(accepted(POLICY), "jane"))).isTrue();
        String collector = "system:serviceaccount:kube-system:generic-garbage-collector";
        assertThat(allowed(Reviews.delete(account, collector))).isTrue();
        assertThat(allowed(Reviews.delete(KEY, "jane"))).isTrue();
    }

    @Test
    void aSecondDeletionIsNotJudgedAgain() throws Exception {
        String account = POLICY.replace("OpenRouterPolicy", "OpenRouterAccount").replace("corporate", "production");
        declare(DELIVERED);
        for (String object : List.of(POLICY, account)) {
            String leaving =
                    object.replaceFirst("metadata: \\{", "metadata: {deletionTimestamp: x, finalizers: [a.org/a], ");
            assertThat(allowed(Reviews.delete(object, "jane"))).isFalse();
            assertThat(allowed(Reviews.delete(leaving, "jane"))).isTrue();
            assertThat(allowed(Reviews.update(leaving, leaving.replace("[a.org/a]", "[]"))))
                    .isTrue();
        }
    }

    @Test
    void neverHoldsUpStatusAndFinalizers() throws Exception {
        String unknown = KEY.replace("internal", "unknown");
        assertThat(allowed(Reviews.update(KEY, unknown, "status"))).isTrue();
        assertThat(allowed(
                        Reviews.update(KEY, unknown.replace("name: checkout", "name: checkout, deletionTimestamp: x"))))
                .isTrue();
    }

    private void declare(String key) throws IOException {
        webhook.declarations.key(DeclarationMapper.key(YAML.readTree(key)));
    }

    private boolean allowed(String review) throws Exception {
        return webhook.review(review).path("allowed").asBoolean();
    }

    private static List<String> causes(JsonNode response) {
        List<String> causes = new ArrayList<>();
        response.at("/status/details/causes")
                .forEach(cause -> causes.add(cause.path("reason").asText() + " at "
                        + cause.path("field").asText()));
        return causes;
    }

    private static String accepted(String policy) {
        return policy.replaceFirst(
                "metadata: \\{name: (\\w+)}",
                "metadata: {name: $1, annotations: {openrouter-operator.io/allow-stranding: \"true\"}}");
    }
}
