package io.openrouteroperator.evidence;

import static io.openrouteroperator.core.compliance.ControlState.ATTESTED;
import static io.openrouteroperator.core.compliance.ControlState.FAIL;
import static io.openrouteroperator.core.compliance.ControlState.NOT_APPLICABLE;
import static io.openrouteroperator.core.compliance.ControlState.PASS;
import static io.openrouteroperator.core.compliance.ControlState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Review;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.catalogue.ControlCatalogue;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

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
    record Challenge(String control, String written, String instead, ControlState state, String told) {
        @Override
        public String toString() {
            return control + " turns to " + state.text() + ": " + instead;
        }
    }

    private static final String REPORT_TAIL =
            "summary: {pass: %d, fail: 0, warn: 0, error: 0, skip: 0}\n    results: [%s]";
    private static final String RESULT =
            "{rule: %s, result: fail, severity: high, message: seen, resources: [{kind: Deployment, name: legacy}],"
                    + " timestamp: {seconds: 1795132800}}";
    private static final String SECOND_READER = "secretKeyRef: {name: ledger, key: OPENROUTER_API_KEY}}}]}]}\n"
            + "  - {apiVersion: batch/v1, kind: Job, metadata: {namespace: bank, name: report}, spec: {template:"
            + " {spec: {serviceAccountName: batch, volumes: [{name: k, secret: {secretName: ledger}}]}}}}";
    private static final String EXPIRED = "2026-11-24T12:00:00Z";

    @SuppressWarnings("unused") // by name, from the annotation below
    private static final List<Challenge> CHALLENGES = List.of(
            new Challenge("training-denied", "training: Deny", "training: Allow", FAIL, "may train on prompts"),
            new Challenge("training-denied", "generation: 4", "generation: 5", UNKNOWN, "as it is written now"),
            new Challenge(
                    "training-denied",
                    "{type: GuardrailsInSync, status: \"True\"",
                    "{type: GuardrailsInSync, status: \"False\"",
                    FAIL,
                    "not in sync"),
            new Challenge(
                    "account-privacy-defaults",
                    "control: account-privacy-defaults",
                    "control: other",
                    UNKNOWN,
                    "attest"),
            new Challenge(
                    "zero-data-retention",
                    "zeroDataRetention: Required",
                    "zeroDataRetention: NotRequired",
                    FAIL,
                    "endpoints may keep data"),
            new Challenge(
                    "provider-data-policies",
                    "control: provider-data-policies",
                    "control: other",
                    UNKNOWN,
                    "GET /providers"),
            new Challenge("provider-dpa", "control: provider-dpa", "control: other", UNKNOWN, "attest it"),
            new Challenge(
                    "data-classified",
                    "classification: internal",
                    "classification: interna",
                    FAIL,
                    "has no class interna"),
            new Challenge(
                    "data-flow-known",
                    "accountRef: {name: production}",
                    "accountRef: {name: other}",
                    FAIL,
                    "does not exist"),
            new Challenge("data-flow-known", "guardrailId: g-internal, revision", "revision", UNKNOWN, "no guardrail"),
            new Challenge("redaction-in-force", ", redact: [email, phone]", "", UNKNOWN, "redacts nothing"),
            new Challenge(
                    "one-key-per-service",
                    "secretKeyRef: {name: ledger, key: OPENROUTER_API_KEY}}}]}]}",
                    SECOND_READER,
                    FAIL,
                    "2 workloads share it: Job bank/report, StatefulSet bank/ledger; service accounts: batch, default"),
            new Challenge(
                    "limit-on-every-key",
                    "monthly: \"12.50\", remaining: \"37.50\"",
                    "monthly: \"12.50\"",
                    FAIL,
                    "knows no limit"),
            new Challenge(
                    "limit-on-every-key",
                    "limit: {usd: 20, reset: Monthly}",
                    "limit: {usd: 200, reset: Monthly}",
                    FAIL,
                    "the classification allows"),
            new Challenge(
                    "limit-on-every-key",
                    "      usage: {daily: \"0.00\", monthly: \"0.00\", remaining: \"20.00\"}\n",
                    "",
                    UNKNOWN,
                    "not been read yet"),
            new Challenge(
                    "key-age",
                    "createdAt: \"2026-10-01T00:00:00Z\"",
                    "createdAt: \"2026-08-01T00:00:00Z\"",
                    FAIL,
                    "115 days old"),
            new Challenge(
                    "key-age",
                    "createdAt: \"2026-11-10T00:00:00Z\", publishedAt: \"2026-11-10T00:01:00Z\"",
                    "publishedAt: \"2026-11-10T00:01:00Z\"",
                    UNKNOWN,
                    "when it was made"),
            new Challenge(
                    "keys-in-owned-secrets",
                    "Ready, status: \"True\", reason: Provisioned",
                    "Ready, status: \"False\", reason: SecretNotOwned",
                    FAIL,
                    "SecretNotOwned"),
            new Challenge(
                    "keys-in-owned-secrets",
                    "{type: SecretSynced,",
                    "{type: Other,",
                    UNKNOWN,
                    "SecretSynced is missing"),
            new Challenge(
                    "secrets-encrypted-at-rest",
                    "control: secrets-encrypted-at-rest",
                    "control: other",
                    UNKNOWN,
                    "attest it"),
            new Challenge(
                    "management-keys-confined",
                    "metadata: {name: openrouter-system}",
                    "metadata: {name: openrouter-system, labels: {openrouter-operator.io/governed: \"true\"}}",
                    FAIL,
                    "where services run"),
            new Challenge(
                    "management-keys-valid",
                    "{type: ManagementKeyValid, status: \"True\"",
                    "{type: ManagementKeyValid, status: \"False\"",
                    FAIL,
                    "ManagementKeyValid is False"),
            new Challenge(
                    "management-key-age",
                    "control: management-key-age",
                    "control: other",
                    UNKNOWN,
                    "attest when it was made"),
            new Challenge("no-unmanaged-keys", "unmanaged: 0", "unmanaged: 3", FAIL, "3 unmanaged"),
            new Challenge(
                    "no-unmanaged-keys",
                    "      keys: {managed: 2, unmanaged: 0, orphaned: 0}\n",
                    "",
                    UNKNOWN,
                    "not counted"),
            new Challenge("admission-enforced", "enforcement: Enforce", "enforcement: Warn", FAIL, "spec.enforcement"),
            new Challenge(
                    "admission-enforced",
                    "metadata: {name: bank, labels: {openrouter-operator.io/governed: \"true\"}}",
                    "metadata: {name: bank}",
                    FAIL,
                    "no policy governs it"),
            new Challenge(
                    "exemptions-end",
                    "until: \"2027-01-31T00:00:00Z\"",
                    "until: \"2028-01-31T00:00:00Z\"",
                    FAIL,
                    "more than a year"),
            new Challenge(
                    "audit-destination",
                    "{type: AuditTrailConfigured, status: \"True\"",
                    "{type: AuditTrailConfigured, status: \"False\"",
                    FAIL,
                    "AuditTrailConfigured is False"),
            new Challenge(
                    "audit-destination",
                    "      auditTrail: {required: true, destinationName: siem}\n",
                    "",
                    UNKNOWN,
                    "spec.auditTrail"),
            new Challenge(
                    "activity-recorded", "{type: UsageConforms,", "{type: Other,", UNKNOWN, "activity was not read"),
            new Challenge(
                    "served-by-approved",
                    "{type: UsageConforms, status: \"True\"",
                    "{type: UsageConforms, status: \"False\"",
                    FAIL,
                    "activity: "),
            new Challenge(
                    "no-unmanaged-keys",
                    "{type: AuditTrailConfigured,",
                    "{type: UnmanagedKeysUsed, status: \"True\", reason: UnmanagedKeysUsed, message: 2 keys were used,"
                            + " lastTransitionTime: \"2026-11-01T00:00:00Z\"}\n"
                            + "        - {type: AuditTrailConfigured,",
                    FAIL,
                    "2 keys were used"),
            new Challenge(
                    "provider-data-policies",
                    usage(""),
                    usage("usage-provider-changed"),
                    FAIL,
                    "usage-provider-changed"),
            new Challenge("stale-key", usage(""), usage("usage-key-unused"), FAIL, "usage-key-unused"),
            new Challenge(
                    "operator-watching", "2026-11-24T11:59:55.123456Z", "2026-11-24T11:30:30.000000Z", FAIL, "for 29m"),
            new Challenge("operator-watching", "kind: Lease", "kind: Leash", UNKNOWN, "lease was not found"),
            new Challenge(
                    "audit-log-sealed",
                    "2026-11-24T11:00:00Z",
                    "2026-11-20T11:00:00Z",
                    FAIL,
                    "no checkpoint was signed since"),
            new Challenge("audit-log-sealed", "kind: ConfigMap", "kind: Other", UNKNOWN, "no public key"),
            new Challenge(
                    "attestations-current",
                    "control: provider-dpa",
                    "control: provider-dpas",
                    FAIL,
                    "did you mean 'provider-dpa'?"),
            new Challenge(
                    "retention-operational", "control: retention-operational", "control: other", UNKNOWN, "attest it"),
            new Challenge(
                    "retention-financial", "control: retention-financial", "control: other", UNKNOWN, "attest it"),
            new Challenge(
                    "approved-providers-only",
                    "effectiveProviders: [anthropic, openai]\n",
                    "effectiveProviders: [\"*\"]\n",
                    FAIL,
                    "any provider may serve"),
            new Challenge(
                    "approved-providers-only",
                    "guardrailId: g-confidential, usableModels",
                    "guardrailId: g-other, usableModels",
                    FAIL,
                    "proven under guardrail g-other"),
            new Challenge(
                    "approved-providers-only",
                    "{type: GuardrailInSync,",
                    "{type: Other,",
                    UNKNOWN,
                    "GuardrailInSync is missing"),
            new Challenge(
                    "approved-providers-only",
                    "      proof: {provenAt: \"2026-10-01T00:00:30Z\", guardrailId: g-internal, usableModels: 41,"
                            + " modelsHash: ee66, policyRevision: aa11}\n",
                    "",
                    FAIL,
                    "without a recorded proof"),
            new Challenge(
                    "served-by-approved",
                    usage(""),
                    usage("usage-provider-not-allowed"),
                    FAIL,
                    "usage-provider-not-allowed: seen"),
            new Challenge(
                    "fallback-refused",
                    "control: fallback-refused",
                    "control: other",
                    UNKNOWN,
                    "attest one that was refused"),
            new Challenge(
                    "models-approved",
                    "{type: ProvidersResolved, status: \"True\"",
                    "{type: ProvidersResolved, status: \"False\"",
                    FAIL,
                    "do not resolve"),
            new Challenge("models-approved", "          effectiveModelCount: 23\n", "", FAIL, "any model may be used"),
            new Challenge("no-free-model-regulated", "allowFree: false", "allowFree: true", FAIL, "allowFree is true"),
            new Challenge(
                    "unapproved-provider-request",
                    usage(""),
                    usage("usage-provider-not-allowed"),
                    FAIL,
                    "usage-provider-not-allowed"),
            new Challenge("key-in-logs", "control: key-in-logs", "control: other", UNKNOWN, "search for sk-or-"),
            new Challenge(
                    "request-without-trail",
                    "{type: AuditTrailConfigured, status: \"True\"",
                    "{type: AuditTrailConfigured, status: \"False\"",
                    FAIL,
                    "is False"),
            new Challenge(
                    "free-model-on-regulated-data", "allowFree: false", "allowFree: true", FAIL, "allowFree is true"),
            new Challenge(
                    "free-tier-account", "credits: {total: \"500.00\"", "credits: {total: \"0.00\"", FAIL, "free tier"),
            new Challenge("key-without-limit", "remaining: \"37.50\"", "weekly: \"37.50\"", FAIL, "knows no limit"),
            new Challenge(
                    "hard-coded-key",
                    "{type: ObjectsConform, status: \"True\"",
                    "{type: ObjectsConform, status: \"False\"",
                    FAIL,
                    "the scan"),
            new Challenge(
                    "hard-coded-key",
                    scan(""),
                    scan("literal-key"),
                    FAIL,
                    "Finding shop/Deployment legacy: literal-key: seen"),
            new Challenge("hard-coded-key", "{type: ObjectsConform,", "{type: Other,", UNKNOWN, "were not scanned"),
            new Challenge("stale-key", ", retiredAt: \"2026-11-11T00:00:00Z\"", "", FAIL, "serial 2 still works"),
            new Challenge(
                    "provider-dpa",
                    "by: legal@example.org, validUntil: \"2027-03-01T00:00:00Z\"",
                    "by: legal@example.org, validUntil: \"" + EXPIRED + "\"",
                    FAIL,
                    "the attestation of legal@example.org ended"));

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
    @FieldSource("CHALLENGES")
    void anAnswerTurnsWhenWhatItClaimsIsBroken(Challenge challenge) {
        String cluster = SampleReview.cluster();
        assertThat(cluster).contains(challenge.written());

        ComplianceReport report = SampleReview.report(cluster.replaceFirst(
                Pattern.quote(challenge.written()), Matcher.quoteReplacement(challenge.instead())));
        Verdict verdict = SampleReview.verdict(report, challenge.control());

        assertThat(verdict.state()).as(verdict.summary()).isEqualTo(challenge.state());
        assertThat(verdict.observations())
                .anySatisfy(seen ->
                        assertThat(seen.subject() + ": " + seen.statement()).contains(challenge.told()));
        if (challenge.state() == FAIL) {
            assertThat(report.findings())
                    .anySatisfy(finding -> assertThat(finding.controls()).contains(challenge.control()));
        }
    }

    @Test
    void everyControlIsChallenged() {
        assertThat(CHALLENGES.stream().map(Challenge::control).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        ControlCatalogue.controls().stream().map(Control::id).toList());
    }

    @ParameterizedTest
    @EnumSource(Source.class)
    void nothingPassesOnWhatCouldNotBeRead(Source source) {
        Snapshot whole = SampleReview.snapshot(SampleReview.cluster());
        Snapshot gapped = new Snapshot(
                whole.takenAt(),
                whole.scope(),
                whole.namespaces(),
                whole.accounts(),
                whole.policies(),
                whole.keys(),
                whole.workloads(),
                whole.reports(),
                whole.auditLog(),
                whole.leaseRenewed(),
                Map.of(source, "You may not read it"));

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
