package io.openrouteroperator.evidence;

import static io.openrouteroperator.core.compliance.ControlState.FAIL;
import static io.openrouteroperator.core.compliance.ControlState.PASS;
import static io.openrouteroperator.core.compliance.ControlState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer goes no further than what it is about: not into another policy, another namespace, or beyond an end. */
class ReviewBoundsTest {
    @Test
    void aPolicyVouchesForNoClassOfAnotherOne() {
        String other =
                "  - {apiVersion: openrouter-operator.io/v1alpha1, kind: OpenRouterPolicy, metadata: {name: research,"
                        + " generation: 1}, spec: {accountRef: {name: production}, enforcement: Enforce, classifications:"
                        + " [{name: health, providers: {allow: [openai]}, data: {zeroDataRetention: Required}}]}}\n";

        Verdict verdict = SampleReview.verdict(SampleReview.report(SampleReview.cluster() + other), "fallback-refused");

        assertThat(verdict.state()).isEqualTo(UNKNOWN);
        assertThat(verdict.observations().getFirst().subject().name()).isEqualTo("research/health");
    }

    @Test
    void aFreeModelThatServedAClassOfThatNameInAnotherPolicyIsNotOneOnRegulatedData() {
        String nothing = "summary: {pass: 1, fail: 0, warn: 0, error: 0, skip: 0}\n    results: []";
        assertThat(SampleReview.cluster()).contains(nothing);
        for (String policy : List.of("corporate", "research")) {
            ComplianceReport report = SampleReview.report(
                    SampleReview.cluster().replace(nothing, nothing.replace("[]", freeModelServed(policy))));

            assertThat(SampleReview.verdict(report, "free-model-on-regulated-data")
                            .state())
                    .isEqualTo(policy.equals("corporate") ? FAIL : PASS);
            assertThat(SampleReview.verdict(report, "served-by-approved").state())
                    .isEqualTo(FAIL);
        }
    }

    @Test
    void oneNamespaceIsNotToldThatNothingWasReadWhereNothingWasFound() {
        String cluster = SampleReview.cluster().replace("name: openrouter-operator-usage-", "name: other-");

        Verdict verdict = SampleReview.verdict(
                SampleReview.report(cluster, new ReviewScope("shop", null), SampleReview.NOW), "served-by-approved");

        assertThat(verdict.state()).isEqualTo(UNKNOWN);
        assertThat(verdict.summary()).startsWith("a namespace without findings has no report of usage");
    }

    @Test
    void oneNamespaceIsNotToldHowMuchTheAccountHas() {
        ComplianceReport whole = SampleReview.report(SampleReview.cluster());
        ComplianceReport one =
                SampleReview.report(SampleReview.cluster(), new ReviewScope("shop", null), SampleReview.NOW);

        assertThat(SampleReview.verdict(whole, "free-tier-account")
                        .observations()
                        .getFirst()
                        .statement())
                .endsWith(" USD of credits were bought");
        assertThat(SampleReview.verdict(one, "free-tier-account")
                        .observations()
                        .getFirst()
                        .statement())
                .isEqualTo("credits were bought");
    }

    @Test
    void anExemptionThatEndedIsToldAsOneThatWas() {
        ComplianceReport later = SampleReview.report(
                SampleReview.cluster(), ReviewScope.EVERYTHING, Instant.parse("2027-01-31T00:00:00Z"));

        assertThat(SampleReview.verdict(later, "exemptions-end").observations())
                .singleElement()
                .satisfies(seen -> assertThat(seen.statement()).startsWith("bank/batch was exempt until"));
    }

    private static String freeModelServed(String policy) {
        return ("[{policy: %s, rule: usage-free-model-not-allowed, result: fail, severity: high, message: seen, resources:"
                        + " [{kind: Deployment, name: legacy}], properties: {classification: confidential}}]")
                .formatted(policy);
    }
}
