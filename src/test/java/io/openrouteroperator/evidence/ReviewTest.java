package io.openrouteroperator.evidence;

import static io.openrouteroperator.core.compliance.ControlState.ATTESTED;
import static io.openrouteroperator.core.compliance.ControlState.FAIL;
import static io.openrouteroperator.core.compliance.ControlState.NOT_APPLICABLE;
import static io.openrouteroperator.core.compliance.ControlState.PASS;
import static io.openrouteroperator.core.compliance.ControlState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.Review;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.catalogue.ControlCatalogue;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer is challenged: what it claims is broken, and it must turn. */
class ReviewTest {
    /**
     * One thing broken in the sample cluster.
     *
     * @param written what the cluster says
     * @param instead what it says then
     * @param state what becomes of the control
     * @param told a part of what the report says about it
     */
    record Challenge(String control, String written, String instead, String state, String told) {
        @Override
        public String toString() {
            return control + " turns to " + state + ": " + instead;
        }
    }

    private static final Path CHALLENGES = Path.of("src/test/resources/evidence/challenges.yaml");
    private static final String REPORT_TAIL =
            "summary: {pass: %d, fail: 0, warn: 0, error: 0, skip: 0}\n    results: [%s]";
    private static final String RESULT =
            "{rule: %s, result: fail, severity: high, message: seen, resources: [{kind: Deployment, name: legacy}],"
                    + " timestamp: {seconds: 1795132800}}";

    static List<Challenge> challenges() throws IOException {
        return new YAMLMapper().readValue(CHALLENGES.toFile(), new TypeReference<>() {});
    }

    private static String usage(String rule) {
        return REPORT_TAIL.formatted(1, rule.isEmpty() ? "" : RESULT.formatted(rule));
    }

    private static String scan(String rule) {
        return REPORT_TAIL.formatted(4, rule.isEmpty() ? "" : RESULT.formatted(rule));
    }

    @Test
    void everythingPassesOrIsVouchedForInTheSample() {
        ComplianceReport report = SampleReview.report(SampleReview.cluster());

        assertThat(report.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.state())
                        .as("%s: %s", verdict.control().id(), verdict.summary())
                        .isIn(PASS, ATTESTED));
        assertThat(report.findings()).isEmpty();
        assertThat(report.count(ATTESTED)).isEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void anAnswerTurnsWhenWhatItClaimsIsBroken(Challenge challenge) {
        String cluster = SampleReview.cluster();
        assertThat(cluster).contains(challenge.written());

        ComplianceReport report = SampleReview.report(cluster.replaceFirst(
                Pattern.quote(challenge.written()), Matcher.quoteReplacement(challenge.instead())));
        Verdict verdict = SampleReview.verdict(report, challenge.control());

        assertThat(verdict.state().text()).as(verdict.summary()).isEqualTo(challenge.state());
        assertThat(verdict.observations())
                .anySatisfy(seen ->
                        assertThat(seen.subject() + ": " + seen.statement()).contains(challenge.told()));
        if (challenge.state().equals("fail")) {
            assertThat(report.findings())
                    .anySatisfy(finding -> assertThat(finding.controls()).contains(challenge.control()));
        }
    }

    @Test
    void everyControlIsChallenged() throws IOException {
        assertThat(challenges().stream().map(Challenge::control).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        ControlCatalogue.controls().stream().map(Control::id).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = "PROVIDERS",
            mode = Mode.EXCLUDE) // shown for people to judge; no answer rests on it
    void nothingPassesOnWhatCouldNotBeRead(Source source) {
        Snapshot gapped = SampleReview.snapshot(SampleReview.cluster()).withGaps(Map.of(source, "You may not read it"));

        List<Verdict> verdicts = Review.of(ControlCatalogue.controls(), gapped, SampleReview.NOW);

        assertThat(verdicts.stream()
                        .filter(verdict -> verdict.control().sources().contains(source)))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.state()).isIn(UNKNOWN, ATTESTED))
                .allSatisfy(verdict ->
                        assertThat(verdict.summary() + verdict.observations()).contains("You may not read it"));
    }

    @Test
    void aClusterWithoutAnythingPassesNothing() {
        ComplianceReport report = SampleReview.report("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");

        assertThat(report.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.state()).isIn(UNKNOWN, NOT_APPLICABLE));
    }

    @Test
    void theReviewOfOneClassSeesWhoReadsManagementKeys() {
        String cluster = SampleReview.cluster()
                + "  - {apiVersion: v1, kind: Pod, metadata: {namespace: openrouter-system, name: thief}, spec:"
                + " {volumes: [{name: k, secret: {secretName: openrouter-management}}]}}\n";

        ComplianceReport report = SampleReview.report(cluster, new ReviewScope(null, "internal"), SampleReview.NOW);

        assertThat(SampleReview.verdict(report, "management-keys-confined").summary())
                .contains("Pod openrouter-system/thief reads its management key");
    }

    @Test
    void attestationsEndWithTime() {
        ComplianceReport later = SampleReview.report(
                SampleReview.cluster(), ReviewScope.EVERYTHING, Instant.parse("2027-03-01T00:00:00Z"));

        assertThat(SampleReview.verdict(later, "provider-dpa").state()).isEqualTo(FAIL);
        assertThat(later.findings())
                .filteredOn(finding -> finding.controls().contains("provider-dpa"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.owner()).isEqualTo("policy corporate");
                    assertThat(finding.ageDays(later.at())).isZero();
                });
    }

    @Test
    void findingsNameOwnerAndDate() {
        ComplianceReport report = SampleReview.report(SampleReview.cluster().replace(scan(""), scan("literal-key")));

        assertThat(report.findings())
                .filteredOn(finding -> finding.controls().contains("hard-coded-key"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.owner()).isEqualTo("namespace shop");
                    assertThat(finding.controls()).containsExactly("keys-in-owned-secrets", "hard-coded-key");
                    assertThat(finding.observation().since()).isEqualTo("2026-11-20T00:00:00Z");
                    assertThat(finding.ageDays(report.at())).isEqualTo(4);
                });
    }

    @Test
    void whatIsReportedIsAFindingEvenIfItBreaksNoControl() {
        ComplianceReport report =
                SampleReview.report(SampleReview.cluster().replace(usage(""), usage("usage-model-expires")));

        assertThat(report.nothingFails()).isTrue();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.controls()).isEmpty();
            assertThat(finding.owner()).isEqualTo("namespace shop");
        });
    }

    @Test
    void mappingsAndIdsAreWellFormed() {
        Map<String, Long> ids =
                ControlCatalogue.controls().stream().collect(Collectors.groupingBy(Control::id, Collectors.counting()));

        assertThat(ids.values()).containsOnly(1L);
        assertThat(ids.keySet()).allMatch(id -> id.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
        assertThat(ControlCatalogue.controls())
                .allSatisfy(control -> assertThat(control.mappings()).isNotEmpty())
                .flatExtracting(Control::mappings)
                .allSatisfy(mapping -> assertThat(mapping.reference())
                        .matches(
                                switch (mapping.framework()) {
                                    case SOC2 -> "(CC|A|C|P|PI)[1-9]\\.[0-9]+";
                                    case GDPR -> "Art\\. [0-9]+(\\([0-9]+\\)(\\([a-z]\\))?)?";
                                    case HIPAA ->
                                        "164\\.3[0-9]{2}\\([a-e]\\)(\\([0-9]\\)(\\([iv]+\\)(\\([A-Z]\\))?)?)?";
                                    case ISO27001 -> "A\\.[5-8]\\.[0-9]{1,2}";
                                    case AI_ACT -> "Art\\. [0-9]+\\([0-9]+\\)";
                                }));
    }
}
