package io.openrouteroperator.reconcile.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.api.v1alpha1.policy.FormerGuardrail;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.core.audit.AuditAction;
import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.policy.compile.GuardrailName;
import io.openrouteroperator.openrouter.HttpOpenRouterConnector;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.reconcile.policy.FormerGuardrails.Tidied;
import io.openrouteroperator.simulator.GuardrailSnapshot;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.fault.Fault;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Guardrails go after their classes, and never from over a key, a member or somebody else's work. */
class FormerGuardrailsTest {
    private static final String CLUSTER = "c1";
    private static final String CLASS = "internal";

    private final Simulator simulator = Simulator.start();
    private final OpenRouter openRouter = new HttpOpenRouterConnector(
                    ClientSettings.defaults("test/1"), Clock.systemUTC(), new SimpleMeterRegistry(), () -> 0.5)
            .connect(new Connection(
                    "production", URI.create(simulator.baseUrl()), SecretValue.of(simulator.managementKey()), 1000));
    private final List<AuditEvent> recorded = new ArrayList<>();
    private final FormerGuardrails former = new FormerGuardrails(CLUSTER, new PolicyTrail(recorded::add));
    private final String workspace = openRouter.workspaces().getFirst().id();
    private final String guardrail = make(GuardrailName.of(CLUSTER, "corporate", CLASS, workspace));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void guardrailOfARemovedClassIsDeletedAndTold() {
        Tidied tidied = tidy(policy(known(guardrail)));

        assertThat(remote()).isEmpty();
        assertThat(tidied.left()).isEmpty();
        assertThat(tidied.deleted()).containsExactly(new FormerGuardrail(guardrail, CLASS));
        assertThat(recorded).singleElement().satisfies(event -> {
            assertThat(event.action()).isEqualTo(AuditAction.GUARDRAIL_DELETED);
            assertThat(event.object().name()).isEqualTo("corporate");
            assertThat(event.message()).isEqualTo("guardrail %s of class 'internal'".formatted(guardrail));
            assertThat(event.details()).containsKey(Detail.BEFORE);
        });
    }

    @Test
    void theOneOfAClassThatMovedToAnotherWorkspaceIsDeletedToo() {
        Tidied tidied = tidy(policy(known(guardrail)), known("the one in the other workspace"));

        assertThat(tidied.deleted()).extracting(FormerGuardrail::id).containsExactly(guardrail);
        assertThat(remote()).isEmpty();
    }

    @Test
    void oneThatAClassHoldsIsNoFormerOne() {
        OpenRouterPolicy cameBack = policy(known(guardrail));
        cameBack.setStatus(cameBack.getStatus().withFormerGuardrails(List.of(new FormerGuardrail(guardrail, CLASS))));

        assertThat(tidy(cameBack, known(guardrail))).isEqualTo(new Tidied(List.of(), List.of()));
        assertThat(remote()).containsExactly(guardrail);
    }

    @Test
    void oneThatGuardsAKeyIsRememberedUntilTheKeyIsGone() {
        String key = Simulator.hashOf(simulator.dashboard().createKey("one"));
        simulator.dashboard().assign(guardrail, key);
        OpenRouterPolicy policy = policy(known(guardrail));

        Tidied first = tidy(policy);
        assertThat(first.left()).containsExactly(new FormerGuardrail(guardrail, CLASS));
        assertThat(remote()).containsExactly(guardrail);
        assertThat(recorded).isEmpty();

        simulator.dashboard().deleteKey(key);
        policy.setStatus(policy().getStatus().withFormerGuardrails(first.left()));
        assertThat(tidy(policy).left()).isEmpty();
        assertThat(remote()).isEmpty();
    }

    @Test
    void oneThatHadKeysInThePollIsNotEvenAskedFor() {
        int before = simulator.requestLog().entries().size();

        Tidied tidied = former.tidy(policy(known(guardrail)), List.of(), List.of(guardrail), openRouter);

        assertThat(tidied.left()).extracting(FormerGuardrail::id).containsExactly(guardrail);
        assertThat(simulator.requestLog().entries()).hasSize(before);
    }

    @Test
    void oneThatSomebodyPutAMemberUnderStays() {
        simulator.dashboard().assignMember(guardrail, "user_ann");

        assertThat(tidy(policy(known(guardrail))).left()).hasSize(1);
        assertThat(remote()).containsExactly(guardrail);
    }

    @Test
    void oneWithANameThatIsNotOursIsForgottenAndStays() {
        String foreign = make("k8s/another-cluster/corporate/internal/" + workspace);

        assertThat(tidy(policy(known(foreign)))).isEqualTo(new Tidied(List.of(), List.of()));
        assertThat(remote()).contains(foreign);
        assertThat(recorded).isEmpty();
    }

    @Test
    void oneThatSomebodyDeletedAlreadyIsForgotten() {
        simulator.dashboard().deleteGuardrail(guardrail);

        assertThat(tidy(policy(known(guardrail)))).isEqualTo(new Tidied(List.of(), List.of()));
        assertThat(recorded).isEmpty();
    }

    @Test
    void anOutageLeavesItForTheNextPass() {
        simulator.faults().always("DELETE", "/guardrails/*", new Fault.Refused(403));

        assertThat(tidy(policy(known(guardrail))).left()).hasSize(1);
        assertThat(recorded).isEmpty();
    }

    private Tidied tidy(OpenRouterPolicy policy, ClassificationStatus... now) {
        return former.tidy(policy, List.of(now), List.of(), openRouter);
    }

    private String make(String name) {
        return openRouter
                .createGuardrail(
                        workspace,
                        new GuardrailSettings(
                                name,
                                "description",
                                null,
                                AllowList.only(List.of("openai")),
                                AllowList.everything(),
                                true,
                                false,
                                false,
                                List.of()))
                .id();
    }

    private List<String> remote() {
        return simulator.guardrails().stream().map(GuardrailSnapshot::id).toList();
    }

    private static ClassificationStatus known(String guardrail) {
        return new ClassificationStatus(CLASS, "w", guardrail, "r-1", 0, List.of(), null, List.of());
    }

    private static OpenRouterPolicy policy(ClassificationStatus... known) {
        OpenRouterPolicy policy = Serialization.unmarshal("""
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterPolicy
                metadata: {name: corporate, uid: u-7}
                spec: {accountRef: {name: production}}
                """, OpenRouterPolicy.class);
        policy.setStatus(
                new OpenRouterPolicyStatus(1L, List.of(), 0, Stream.of(known).toList(), List.of(), List.of()));
        return policy;
    }
}
