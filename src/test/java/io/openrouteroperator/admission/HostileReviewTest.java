package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.SampleKeys;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Objects made to be expensive: each gets an answer, and a short one. The time limit is for what would never end. */
@Timeout(60)
class HostileReviewTest {
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    @Test
    void refusesAHundredThousandReferences() throws Exception {
        JsonNode response = review("envFrom: [" + many(100_000, "{secretRef: {name: s%d}}") + "]");

        assertThat(response.at("/status/details/causes/0/reason").asText()).isEqualTo("not-examinable");
        assertThat(webhook.lookups).hasValueLessThanOrEqualTo(201);
    }

    @Test
    void boundsTheAnswerToThousandsOfKeys() throws Exception {
        JsonNode response = review("args: ['" + keys(4_000) + "']");

        assertThat(response.at("/status/message").asText()).contains("in 4000 places", "and 3992 more like these");
        assertThat(response.at("/status/details/causes")).hasSize(100);
    }

    @Test
    void boundsWhatManyReferencesToManyKeysAddUpTo() throws Exception {
        webhook.configMap("full", "keys", keys(3_000));
        JsonNode response = review("envFrom: [" + many(3_000, "{prefix: A%d, configMapRef: {name: full}}") + "]");

        assertThat(response.at("/status/message").asText()).contains("in 5000 places");
    }

    @Test
    void doesNotRepeatNamesWithoutEndForEachKey() throws Exception {
        String references = many(20_000, "{secretRef: {name: stray}, a: %d}");
        String configMap =
                "kind: ConfigMap\nmetadata: {name: a, namespace: payments}\ndata: {LONG: '" + keys(2_000) + "'}";
        for (String object : List.of(
                pod("env: [{name: %s, value: '%s'}]".formatted("N".repeat(500_000), keys(2_000))),
                pod("LONG: {LONG: [%s]}".formatted(references)),
                configMap)) {
            JsonNode response = webhook.review(Reviews.create(object).replace("LONG", "n".repeat(40_000)));

            assertThat(response.path("allowed").asBoolean()).isFalse();
            assertThat(response.toString()).hasSizeLessThan(4 * LONGEST_ANSWER);
        }
    }

    @Test
    void comparesThousandsOfKeysWithThoseThatWereThereBefore() throws Exception {
        String before = pod("args: ['" + keys(4_000) + "']");
        JsonNode response = webhook.review(Reviews.update(before, before + "\n    workingDir: " + keys(1)));

        assertThat(response.at("/status/details/causes")).hasSize(1);
        assertThat(response.at("/status/details/causes/0/field").asText()).isEqualTo("spec.containers[0].workingDir");
    }

    @Test
    void followsTenThousandVariablesThatReferToEachOther() throws Exception {
        String half = SampleKeys.service("stray").substring(0, 30);
        String rest = SampleKeys.service("stray").substring(30);
        String chain = many(10_000, "{name: V%d, value: x}");
        JsonNode response =
                review("env: [%s, {name: A, value: %s}, {name: B, value: $(A)%s}]".formatted(chain, half, rest));

        assertThat(response.at("/status/details/causes/0/field").asText())
                .isEqualTo("spec.containers[0].env[10001].value");
    }

    @Test
    void answersTypesThatNoPodHas() throws Exception {
        String odd =
                "kind: Pod\nmetadata: {name: 7, namespace: payments, labels: text}\nspec: {containers: {a: [{env: 3}]}, volumes: x}";

        assertThat(webhook.review(Reviews.create(odd)).path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    void callsEndlessNestingABrokenReview() throws Exception {
        String deep = Reviews.create(pod("env: []")).replace("[]", "[".repeat(5_000) + "]".repeat(5_000));

        assertThat(webhook.post(deep).statusCode()).isEqualTo(400);
    }

    private JsonNode review(String containerFields) throws Exception {
        JsonNode response = webhook.review(Reviews.create(pod(containerFields)));
        assertThat(response.path("allowed").asBoolean()).isFalse();
        assertThat(response.toString()).hasSizeLessThan(LONGEST_ANSWER);
        return response;
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SampleKeys.service("key-" + i))
                .collect(Collectors.joining(" "));
    }

    private static String many(int count, String item) {
        return IntStream.range(0, count).mapToObj(item::formatted).collect(Collectors.joining(","));
    }
}
