package io.openrouteroperator.reconcile.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.AuditObject;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.ListChanges;
import io.openrouteroperator.reconcile.policy.GuardrailSync.Action;
import io.openrouteroperator.reconcile.policy.GuardrailSync.Synced;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of guardrails and attestations in the audit log. */
class PolicyTrailTest {
    private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");
    private static final OpenRouterPolicyStatus STATUS =
            new OpenRouterPolicyStatus(1L, List.of(), 0, List.of(), List.of(), List.of());

    private final List<AuditEvent> recorded = new ArrayList<>();
    private final PolicyTrail trail = new PolicyTrail(recorded::add);
    private final OpenRouterPolicy policy = policy();

    @ParameterizedTest
    @CsvSource({
        "UPDATED, GUARDRAIL_CHANGED, GuardrailUpdated",
        "PUT_BACK, GUARDRAIL_PUT_BACK, GuardrailDrift",
    })
    void aChangeIsToldWithDigestsOfBeforeAndAfter(Action done, AuditAction action, String reason) {
        RemoteGuardrail found = new RemoteGuardrail("g-1", "w-1", settings("openai"), List.of());
        trail.synced("corporate", "internal", Optional.of(found), compiled("anthropic"), new Synced("g-1", done));
        trail.synced("corporate", "internal", Optional.of(found), compiled("openai"), new Synced("g-1", done));

        AuditEvent changed = recorded.getFirst();
        assertThat(changed.action()).isEqualTo(action);
        assertThat(changed.reason()).isEqualTo(reason);
        assertThat(changed.object().name()).isEqualTo("corporate");
        assertThat(changed.message()).isEqualTo("guardrail g-1 of class 'internal'");
        assertThat(changed.details()).containsEntry(Detail.POLICY_REVISION, "r-1");
        assertThat(changed.details().get(Detail.AFTER))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(changed.details().get(Detail.BEFORE));
        AuditEvent same = recorded.getLast();
        assertThat(same.details().get(Detail.AFTER)).isEqualTo(same.details().get(Detail.BEFORE));
    }

    @Test
    void whatOurTermsCannotSayIsADifferenceToo() {
        RemoteGuardrail foreign = new RemoteGuardrail("g-1", "w-1", settings("openai"), List.of("ignored_providers"));
        trail.synced(
                "corporate", "internal", Optional.of(foreign), compiled("openai"), new Synced("g-1", Action.PUT_BACK));

        assertThat(recorded.getFirst().details().get(Detail.AFTER))
                .isNotEqualTo(recorded.getFirst().details().get(Detail.BEFORE));
    }

    @Test
    void aNewGuardrailHasNothingBeforeItAndOneThatIsRightIsNotTold() {
        trail.synced("corporate", "internal", Optional.empty(), compiled("openai"), new Synced("g-1", Action.CREATED));
        trail.synced("corporate", "internal", Optional.empty(), compiled("openai"), new Synced("g-1", Action.NOTHING));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.GUARDRAIL_CREATED);
        assertThat(recorded.getFirst().details()).doesNotContainKey(Detail.BEFORE);
    }

    @Test
    void anAttestationExpiresOnceAndItsEndIsRemembered() {
        assertThat(look(END.minusSeconds(60))).isEmpty();
        assertThat(recorded).isEmpty();

        assertThat(look(END)).containsExactly("provider-dpa until 2027-03-01T00:00:00Z");
        look(END.plusSeconds(60));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.ATTESTATION_EXPIRED);
        assertThat(recorded.getFirst().object()).isEqualTo(new AuditObject("OpenRouterPolicy", "", "corporate", "u-7"));
        assertThat(recorded.getFirst().reason()).isEqualTo("provider-dpa");
        assertThat(recorded.getFirst().message()).contains("ann@example.org", "https://wiki.example/dpa");
    }

    @Test
    void anAttestationThatEndedWhileNoLeaderWasThereIsToldByTheNextOne() {
        look(END.minusSeconds(60));
        PolicyTrail next = new PolicyTrail(recorded::add);

        look(next, END.plusSeconds(3600));
        look(next, END.plusSeconds(7200));

        assertThat(recorded).extracting(AuditEvent::action).containsExactly(AuditAction.ATTESTATION_EXPIRED);
    }

    @Test
    void anAttestationThatHadEndedWhenItsPolicyWasMadeIsNoNews() {
        policy.setStatus(null);
        look(END.plusSeconds(60));
        look(END.plusSeconds(120));

        assertThat(recorded).isEmpty();
    }

    private List<String> look(Instant now) {
        return look(trail, now);
    }

    /** As a pass does. */
    private List<String> look(PolicyTrail teller, Instant now) {
        policy.setStatus(STATUS.withEndedAttestations(teller.ended(policy, now)));
        return policy.getStatus().endedAttestations();
    }

    private static OpenRouterPolicy policy() {
        OpenRouterPolicy policy = Serialization.unmarshal("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: corporate, uid: u-7}
                spec:
                  accountRef: {name: production}
                  attestations:
                  - control: provider-dpa
                    evidence: https://wiki.example/dpa
                    by: ann@example.org
                    validUntil: "2027-03-01T00:00:00Z"
                """, OpenRouterPolicy.class);
        policy.setStatus(STATUS);
        return policy;
    }

    private static Compiled compiled(String provider) {
        return new Compiled(
                settings(provider), List.of(provider), List.of(), List.of(), List.of(), ListChanges.none(), "r-1");
    }

    private static GuardrailSettings settings(String provider) {
        return new GuardrailSettings(
                "name",
                "description",
                null,
                AllowList.only(List.of(provider)),
                AllowList.everything(),
                true,
                false,
                false,
                List.of());
    }
}
