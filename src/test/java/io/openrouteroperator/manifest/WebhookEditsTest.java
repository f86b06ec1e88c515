package io.openrouteroperator.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as an edit of the webhook configuration. */
class WebhookEditsTest {
    private static final String INSTALLED = """
            - name: pods.example.org
              failurePolicy: Fail
              objectSelector: {}
              namespaceSelector: {matchLabels: {governed: "true"}}
              rules: [{apiGroups: [""], operations: [CREATE, UPDATE], resources: [pods], scope: "*"}]
              clientConfig: {service: {name: webhook, port: 443}}
            """;

    @Test
    void whatTheApiServerFillsInIsNoEdit() {
        String live = INSTALLED.replace("webhook, port: 443}", "webhook, port: 443}, caBundle: LS0t") + """
                  reinvocationPolicy: null
                  matchConditions: []
                """;

        assertThat(edits(live)).isEmpty();
        assertThat(edits(live.replace("  objectSelector: {}\n", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "failurePolicy: Fail | failurePolicy: Ignore | pods.example.org.failurePolicy was changed",
                "objectSelector: {} | objectSelector: {matchLabels: {a: b}} | pods.example.org.objectSelector.matchLabels was added",
                "governed: \"true\" | governed: \"no\" | pods.example.org.namespaceSelector.matchLabels.governed was changed",
                "[CREATE, UPDATE] | [CREATE] | pods.example.org.rules[0].operations was changed",
                "scope: \"*\" | scope: Cluster | pods.example.org.rules[0].scope was changed",
                "failurePolicy: Fail | matchConditions: [{name: a, expression: 'false'}] | pods.example.org.failurePolicy was changed, pods.example.org.matchConditions was added",
                "name: webhook | name: other | pods.example.org.clientConfig.service.name was changed",
                "pods.example.org | jobs.example.org | pods.example.org is gone",
            })
    void namesWhatWasEdited(String installed, String edited, String expected) {
        assertThat(String.join(", ", edits(INSTALLED.replace(installed, edited))))
                .isEqualTo(expected);
    }

    @Test
    void aDeletedConfigurationHasNoWebhooks() {
        assertThat(edits("")).containsExactly("pods.example.org is gone");
    }

    private static List<String> edits(String live) {
        KubernetesSerialization yaml = new KubernetesSerialization();
        return WebhookEdits.between(
                yaml.unmarshal(INSTALLED, JsonNode.class),
                live.isEmpty()
                        ? yaml.unmarshal("{}", JsonNode.class).path("webhooks")
                        : yaml.unmarshal(live, JsonNode.class));
    }
}
