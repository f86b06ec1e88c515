package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.audit.Actor;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.audit.Digest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What admission tells the audit log: who was refused, who was exempted, and who changed what the operator goes by. */
class AnswerTrailTest {
    private static final String POLICY = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterPolicy
            metadata: {name: corporate, uid: u-7}
            spec:
              accountRef: {name: production}
              classifications: []
              attestations: [%s]
            """;
    private static final String DPA =
            "{control: provider-dpa, evidence: 'https://wiki.example/dpa', by: ann@example.org, validUntil: 2027-03-01T00:00:00Z}";
    private static final String KEY = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {name: checkout, namespace: payments, annotations: {%s}}
            spec: {classification: internal}
            """;

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    @Test
    void aRefusalIsRecordedOnceForEachObject() throws Exception {
        String refused = Reviews.create(SampleCluster.secret("copy", SampleCluster.STRAY));
        webhook.review(refused);
        webhook.review(refused);
        webhook.review(Reviews.create(SampleCluster.secret("another", SampleCluster.STRAY)));

        assertThat(webhook.recorded)
                .extracting(AuditEvent::action)
                .containsExactly(AuditAction.ADMISSION_REFUSED, AuditAction.ADMISSION_REFUSED);
        AuditEvent event = webhook.recorded.getFirst();
        assertThat(event.actor()).isEqualTo(Actor.user("jane"));
        assertThat(event.object()).isEqualTo(new AuditObject("Secret", "payments", "copy", ""));
        assertThat(event.message()).contains("data[key]");
        assertThat(event.details())
                .containsEntry(Detail.POLICY, "corporate")
                .containsEntry(Detail.REQUEST_ID, "705ab4f5");
        assertThat(event.members()).doesNotContain(SampleCluster.STRAY.substring(10));
    }

    @Test
    void aDryRunIsNoDecision() throws Exception {
        webhook.review(Reviews.dryRun(SampleCluster.secret("copy", SampleCluster.STRAY)));
        assertThat(webhook.recorded).isEmpty();
    }

    @Test
    void whatBreaksNoRuleIsNoDecision() throws Exception {
        webhook.review(Reviews.create(SampleCluster.secret("plain", "nothing")));
        assertThat(webhook.recorded).isEmpty();
    }

    @Test
    void anExemptionIsRecordedWhenItIsUsed() throws Exception {
        webhook.exempt(new DatedExemption("payments", null, "TICKET-12", WebhookServer.NOW.plusSeconds(60)));
        webhook.review(Reviews.create(SampleCluster.secret("plain", "nothing")));
        webhook.review(Reviews.create(SampleCluster.secret("copy", SampleCluster.STRAY)));

        assertThat(webhook.recorded).hasSize(1);
        assertThat(webhook.recorded.getFirst().action()).isEqualTo(AuditAction.EXEMPTION_USED);
        assertThat(webhook.recorded.getFirst().message()).startsWith("exempted: TICKET-12 until ");
    }

    @Test
    void aChangeOfAPolicyIsRecordedWithItsUserAndDigests() throws Exception {
        webhook.review(Reviews.update(POLICY.formatted(""), POLICY.formatted(DPA)));

        assertThat(webhook.recorded)
                .extracting(AuditEvent::action)
                .containsExactly(AuditAction.DECLARATION_CHANGED, AuditAction.ATTESTATION_ADDED);
        AuditEvent change = webhook.recorded.getFirst();
        assertThat(change.actor()).isEqualTo(Actor.user("jane"));
        assertThat(change.object()).isEqualTo(new AuditObject("OpenRouterPolicy", "", "corporate", "u-7"));
        assertThat(change.details()).containsEntry(Detail.BEFORE, Digest.of("""
                {"accountRef":{"name":"production"},"classifications":[],"attestations":[]}"""));
        AuditEvent attestation = webhook.recorded.getLast();
        assertThat(attestation.reason()).isEqualTo("provider-dpa");
        assertThat(attestation.message())
                .isEqualTo("ann@example.org until 2027-03-01T00:00:00Z: https://wiki.example/dpa");
    }

    @Test
    void anAttestationThatGoesIsRecorded() throws Exception {
        webhook.review(Reviews.update(POLICY.formatted(DPA), POLICY.formatted("")));

        assertThat(webhook.recorded)
                .extracting(AuditEvent::action)
                .containsExactly(AuditAction.DECLARATION_CHANGED, AuditAction.ATTESTATION_REMOVED);
    }

    @Test
    void whoAsksForAnotherKeyIsRecorded() throws Exception {
        webhook.review(Reviews.update(KEY.formatted(""), KEY.formatted("openrouter-operator.io/rotate: now")));
        webhook.review(Reviews.update(
                KEY.formatted("openrouter-operator.io/rotate: now"),
                KEY.formatted("openrouter-operator.io/rotate: now, other: thing")));

        assertThat(webhook.recorded).hasSize(1);
        assertThat(webhook.recorded.getFirst().action()).isEqualTo(AuditAction.ROTATION_REQUESTED);
        assertThat(webhook.recorded.getFirst().reason()).isEqualTo("openrouter-operator.io/rotate");
    }

    @Test
    void aStatusIsNobodysDeclaration() throws Exception {
        webhook.review(Reviews.update(POLICY.formatted(""), POLICY.formatted(DPA), "status"));
        assertThat(webhook.recorded).isEqualTo(List.of());
    }
}
