package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.NamespaceFindings;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageRule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageResultsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T05:00:00Z");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    @Test
    void saysWhoDidWhatOnWhichDay() {
        assertThat(results(NOW, NOTHING, violation(5)).get(0).toPrettyString()).isEqualTo("""
                {
                  "source" : "openrouter-operator",
                  "policy" : "corporate",
                  "rule" : "usage-provider-not-allowed",
                  "category" : "OpenRouter usage",
                  "severity" : "high",
                  "result" : "fail",
                  "scored" : true,
                  "message" : "chutes served 5",
                  "resources" : [ {
                    "apiVersion" : "openrouter-operator.io/v1alpha1",
                    "kind" : "OpenRouterKey",
                    "namespace" : "shop",
                    "name" : "checkout",
                    "uid" : "uid-1"
                  } ],
                  "properties" : {
                    "classification" : "confidential",
                    "date" : "2026-11-27",
                    "provider" : "chutes",
                    "model" : "openai/gpt-5",
                    "requests" : "5",
                    "usd" : "0.5000"
                  },
                  "timestamp" : {
                    "seconds" : 1795842000,
                    "nanos" : 0
                  }
                }""");
    }

    @Test
    void lateRowChangesTheCountsAndNotSinceWhenItIsKnown() {
        ArrayNode before = results(NOW, NOTHING, violation(5));
        JsonNode after = results(NOW.plusSeconds(86400), before, violation(9)).get(0);

        assertThat(after.at("/properties/requests").asText()).isEqualTo("9");
        assertThat(after.path("timestamp")).isEqualTo(before.get(0).path("timestamp"));
    }

    @Test
    void findingOfTodayIsMarkedAndStaysTheSameOneWhenItsDayIsOver() {
        ArrayNode before = results(NOW, NOTHING, finding(UsageRule.PROVIDER_NOT_ALLOWED, 3, false, "so far"));
        JsonNode after = results(NOW.plusSeconds(86400), before, violation(9)).get(0);

        assertThat(before.get(0).at("/properties/settled").asText()).isEqualTo("false");
        assertThat(after.at("/properties/settled").isMissingNode()).isTrue();
        assertThat(after.path("timestamp")).isEqualTo(before.get(0).path("timestamp"));
    }

    @Test
    void sameFindingsAreTheSameReportWhateverTheirOrder() {
        UsageFinding warning = finding(UsageRule.KEY_UNUSED, 0, "nobody calls");
        ArrayNode before = results(NOW, NOTHING, violation(5), warning);

        assertThat(results(NOW.plusSeconds(60), before, warning, violation(5))).isEqualTo(before);
        assertThat(new UsageResults(new NamespaceFindings().add(List.of(violation(5), warning)), NOW)
                        .summary()
                        .toString())
                .isEqualTo("{\"pass\":0,\"fail\":1,\"warn\":1,\"error\":0,\"skip\":0}");
    }

    @Test
    void theLongestReportStaysBelowTheLimitOfTheStore() {
        String longest = "漢".repeat(4000);
        UsageFinding[] findings = IntStream.range(0, 1000)
                .mapToObj(i -> new UsageFinding(
                        UsageRule.MODEL_NOT_ALLOWED,
                        new KeyOwner(
                                "a".repeat(63), "n".repeat(63), "k".repeat(63), "u".repeat(36), "p".repeat(63), "c"),
                        LocalDate.EPOCH.plusDays(i),
                        "漢".repeat(100),
                        "漢".repeat(100),
                        i,
                        BigDecimal.ONE,
                        true,
                        longest))
                .toArray(UsageFinding[]::new);

        assertThat(results(NOW, NOTHING, findings).toString().getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(256 * 1024);
        assertThat(new UsageResults(new NamespaceFindings().add(List.of(findings)), NOW)
                        .summary()
                        .path("fail")
                        .asInt())
                .isEqualTo(1000);
    }

    @Test
    void longAccountNamesMakeShortReportNames() {
        assertThat(UsageReports.name("production")).isEqualTo("openrouter-operator-usage-production");
        assertThat(UsageReports.name("a".repeat(200)))
                .hasSizeLessThanOrEqualTo(63)
                .isNotEqualTo(UsageReports.name("b".repeat(200)));
    }

    private static ArrayNode results(Instant at, JsonNode before, UsageFinding... findings) {
        return new UsageResults(new NamespaceFindings().add(List.of(findings)), at).results(before);
    }

    private static UsageFinding violation(long requests) {
        return finding(UsageRule.PROVIDER_NOT_ALLOWED, requests, "chutes served " + requests);
    }

    private static UsageFinding finding(UsageRule rule, long requests, String message) {
        return finding(rule, requests, true, message);
    }

    private static UsageFinding finding(UsageRule rule, long requests, boolean settled, String message) {
        boolean served = requests > 0;
        return new UsageFinding(
                rule,
                new KeyOwner("production", "shop", "checkout", "uid-1", "corporate", "confidential"),
                served ? LocalDate.of(2026, 11, 27) : null,
                served ? "chutes" : null,
                served ? "openai/gpt-5" : null,
                requests,
                new BigDecimal("0.5"),
                settled,
                message);
    }
}
