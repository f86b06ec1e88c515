package io.openrouteroperator.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import io.openrouteroperator.core.admission.AdmissionRuling.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionRulingTest {
    private static final Instant END = Instant.parse("2027-01-31T00:00:00Z");
    private static final Violation LITERAL = violation(Rule.LITERAL_KEY, "spec.containers[0].env[0].value", null);

    @Test
    void allowsWhatBreaksNoRule() {
        assertThat(decide(List.of(), policy(EnforcementMode.ENFORCE))).isInstanceOf(Allow.class);
    }

    @Test
    void refusesUnderEnforce() {
        assertThat(decide(List.of(LITERAL), policy(EnforcementMode.ENFORCE))).isInstanceOf(Deny.class);
    }

    @Test
    void warnsUnderWarn() {
        assertThat(decide(List.of(LITERAL), policy(EnforcementMode.WARN))).isInstanceOf(Warn.class);
    }

    @Test
    void onlyRecordsUnderAudit() {
        AdmissionDecision decision = decide(List.of(LITERAL), policy(EnforcementMode.AUDIT));
        assertThat(decision).isInstanceOf(Allow.class);
        assertThat(decision.auditAnnotations())
                .containsEntry("violations", "literal-key spec.containers[0].env[0].value");
    }

    @Test
    void theStrictestPolicyDecides() {
        assertThat(decide(List.of(LITERAL), policy(EnforcementMode.AUDIT), policy(EnforcementMode.ENFORCE)))
                .isInstanceOf(Deny.class);
    }

    @Test
    void aClassMayHaveItsOwnEnforcement() {
        GoverningPolicy policy = new GoverningPolicy(
                "corporate", EnforcementMode.ENFORCE, Map.of("public", EnforcementMode.WARN), List.of(), List.of());
        assertThat(decide(List.of(violation(Rule.LITERAL_KEY, "a", "public")), policy))
                .isInstanceOf(Warn.class);
        assertThat(decide(List.of(violation(Rule.LITERAL_KEY, "a", "secret")), policy))
                .isInstanceOf(Deny.class);
    }

    @Test
    void neverRefusesWhatWasThereBefore() {
        assertThat(AdmissionRuling.decide(
                        List.of(), List.of(LITERAL), List.of(policy(EnforcementMode.ENFORCE)), subject("app", END)))
                .isInstanceOf(Warn.class);
    }

    @Test
    void exemptsTheServiceAccountUntilTheDate() {
        GoverningPolicy policy = exempting("batch");
        Instant before = END.minusMillis(1);
        assertThat(judge(policy, subject("batch", before))).isInstanceOf(Allow.class);
        assertThat(judge(policy, subject("batch", END))).isInstanceOf(Deny.class);
        assertThat(judge(policy, subject("web", before))).isInstanceOf(Deny.class);
        assertThat(judge(policy, subject("batch", before)).auditAnnotations())
                .containsEntry("exemption", "TICKET-12 until " + END);
    }

    @Test
    void exemptsAWholeNamespaceWhenNoServiceAccountIsNamed() {
        assertThat(judge(exempting(null), subject("", END.minusSeconds(1)))).isInstanceOf(Allow.class);
    }

    @Test
    void anExemptionFromOnePolicyIsNoneFromAnother() {
        AdmissionDecision decision = AdmissionRuling.decide(
                List.of(LITERAL),
                List.of(),
                List.of(exempting("batch"), policy(EnforcementMode.ENFORCE)),
                subject("batch", END.minusSeconds(1)));
        assertThat(decision).isInstanceOf(Deny.class);
    }

    @Test
    void sortsTheMostSevereFirst() {
        Violation management = violation(Rule.MANAGEMENT_KEY_EXPOSED, "z", null);
        Deny deny = (Deny) decide(List.of(LITERAL, management), policy(EnforcementMode.ENFORCE));
        assertThat(deny.violations()).containsExactly(management, LITERAL);
    }

    private static AdmissionDecision judge(GoverningPolicy policy, Subject subject) {
        return AdmissionRuling.decide(List.of(LITERAL), List.of(), List.of(policy), subject);
    }

    private static AdmissionDecision decide(List<Violation> violations, GoverningPolicy... policies) {
        return AdmissionRuling.decide(violations, List.of(), List.of(policies), subject("app", END));
    }

    private static Subject subject(String serviceAccount, Instant now) {
        return new Subject("payments", serviceAccount, now);
    }

    private static GoverningPolicy policy(EnforcementMode mode) {
        return new GoverningPolicy("corporate", mode, Map.of(), List.of(), List.of());
    }

    private static GoverningPolicy exempting(@Nullable String serviceAccount) {
        DatedExemption exemption = new DatedExemption("payments", serviceAccount, "TICKET-12", END);
        return new GoverningPolicy("corporate", EnforcementMode.ENFORCE, Map.of(), List.of(), List.of(exemption));
    }

    private static Violation violation(Rule rule, String path, @Nullable String classification) {
        return new Violation(rule, path, "what", "why", Fix.of("fix"), classification);
    }
}
