package io.openrouteroperator.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.RulePages;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.scan.Finding;
import io.openrouteroperator.core.scan.FindingKind;
import io.openrouteroperator.core.scan.FindingResult;
import io.openrouteroperator.core.scan.FindingSubject;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import io.openrouteroperator.core.scan.NamespaceScan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The body of a report. */
class ReportResultsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();
    private static final List<GoverningPolicy> POLICIES =
            List.of(new GoverningPolicy("corporate", EnforcementMode.ENFORCE, Map.of(), List.of(), List.of()));

    private final ReportResults body = new ReportResults(RulePages.ON_COMMAND_LINE);

    @Test
    void saysWhatIsWrongWhereAndWhereToReadMore() {
        JsonNode result =
                results(NOW, NOTHING, literal("web", FindingResult.FAIL, null)).get(0);
        assertThat(result.toPrettyString()).isEqualTo("""
                {
                  "source" : "openrouter-operator",
                  "policy" : "corporate",
                  "rule" : "literal-key",
                  "category" : "OpenRouter keys",
                  "severity" : "high",
                  "result" : "fail",
                  "scored" : true,
                  "message" : "spec.template.spec.containers[0].args[0]: It holds a key. A copy outlives it.",
                  "resources" : [ {
                    "apiVersion" : "apps/v1",
                    "kind" : "Deployment",
                    "namespace" : "shop",
                    "name" : "web",
                    "uid" : "uid-web"
                  } ],
                  "properties" : {
                    "path" : "spec.template.spec.containers[0].args[0]",
                    "more" : "More: openrouter-operator explain literal-key"
                  },
                  "timestamp" : {
                    "seconds" : 1795521600,
                    "nanos" : 0
                  }
                }""");
    }

    @Test
    void aFindingKeepsTheTimeAtWhichItWasFoundFirst() {
        ArrayNode before = results(NOW, NOTHING, literal("web", FindingResult.FAIL, null));
        ArrayNode after = results(
                NOW.plusSeconds(600),
                before,
                literal("web", FindingResult.FAIL, null),
                literal("api", FindingResult.FAIL, null));
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1).at("/timestamp/seconds").asLong())
                .isEqualTo(NOW.plusSeconds(600).getEpochSecond());
    }

    @Test
    void anExemptionIsGivenWithItsEnd() {
        DatedExemption exemption = new DatedExemption("shop", null, "moves in January", NOW.plusSeconds(60));
        JsonNode result = results(NOW, NOTHING, literal("web", FindingResult.SKIP, exemption))
                .get(0);
        assertThat(result.path("result").asText()).isEqualTo("skip");
        assertThat(result.path("message").asText())
                .startsWith("exempted until 2026-11-24T12:01:00Z (moves in January): ");
    }

    @Test
    void theLongestReportStaysBelowTheLimitOfTheStore() {
        String longest = "x".repeat(4000);
        Finding[] findings = IntStream.range(0, NamespaceScan.MOST_LISTED)
                .mapToObj(i -> finding(longest.substring(0, 253), longest, FindingResult.FAIL, null))
                .toArray(Finding[]::new);
        assertThat(results(NOW, NOTHING, findings).toString().length()).isLessThan(256 * 1024);
    }

    @Test
    void aKeyInANameIsMasked() {
        String key = SampleKeys.service("stray");
        assertThat(results(NOW, NOTHING, literal(key, FindingResult.FAIL, null)).toString())
                .doesNotContain(key);
    }

    @Test
    void theSummaryCountsWhatIsNotListedToo() {
        NamespaceOutcome outcome = new NamespaceOutcome(
                "shop",
                NOW,
                POLICIES,
                7,
                List.of(),
                Map.of(
                        new FindingKind(Rule.LITERAL_KEY, FindingResult.FAIL), 500,
                        new FindingKind(Rule.LITERAL_KEY, FindingResult.SKIP), 2));
        assertThat(body.summary(outcome).toString())
                .isEqualTo("{\"pass\":7,\"fail\":500,\"warn\":0,\"error\":0,\"skip\":2}");
    }

    private ArrayNode results(Instant at, JsonNode before, Finding... findings) {
        return body.results(new NamespaceOutcome("shop", at, POLICIES, 0, List.of(findings), Map.of()), before);
    }

    private static Finding literal(String name, FindingResult result, @Nullable DatedExemption exemption) {
        return finding(name, "spec.template.spec.containers[0].args[0]", result, exemption);
    }

    private static Finding finding(String name, String path, FindingResult result, @Nullable DatedExemption exemption) {
        Violation violation =
                new Violation(Rule.LITERAL_KEY, path, "It holds a key.", "A copy outlives it.", Fix.of(""), null);
        return new Finding(
                new FindingSubject(
                        "apps/v1", "Deployment", "shop", name, "uid-" + (name.length() < 9 ? name : "long"), null),
                violation,
                result,
                exemption);
    }
}
