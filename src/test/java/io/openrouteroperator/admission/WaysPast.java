package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.HARMLESS;
import static io.openrouteroperator.admission.SampleCluster.MANAGED;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What tests of bypasses say: a review is refused by one rule and by nothing else, or passes. */
abstract class WaysPast {
    private static final Path WAYS = Path.of("src/test/resources/io/openrouteroperator/admission/bypasses.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    final void refusesEachPod(Rule rule, String way) throws Exception {
        JsonNode variants = YAML.readTree(Corpus.filled(Files.readString(WAYS))).path(way);
        assertThat(variants).isNotEmpty();
        for (JsonNode change : variants) {
            ObjectNode pod = (ObjectNode) YAML.readTree(HARMLESS);
            change.path("container").properties().forEach(field -> with(pod, "/spec/containers/0", field));
            change.path("spec").properties().forEach(field -> with(pod, "/spec", field));
            change.path("metadata").properties().forEach(field -> with(pod, "/metadata", field));
            refuses(rule, Reviews.create(pod));
        }
    }

    private static void with(ObjectNode pod, String place, Map.Entry<String, JsonNode> field) {
        ((ObjectNode) pod.at(place)).set(field.getKey(), field.getValue());
    }

    final void refuses(Rule rule, String review) throws Exception {
        JsonNode response = webhook.review(review);
        assertThat(response.path("allowed").asBoolean()).as(review).isFalse();
        assertThat(rules(response)).as(review).isNotEmpty().containsOnly(rule.id());
        assertThat(response.at("/status/code").asInt()).isEqualTo(403);
        assertThat(response.at("/status/reason").asText()).isEqualTo("Forbidden");
        assertThat(response.toString()).doesNotContain(STRAY, MANAGED, SampleKeys.management("root"));
    }

    final void passes(String review) throws Exception {
        assertThat(webhook.review(review).path("allowed").asBoolean()).isTrue();
    }

    private static List<String> rules(JsonNode response) {
        return response.at("/status/details/causes").findValuesAsText("reason");
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
