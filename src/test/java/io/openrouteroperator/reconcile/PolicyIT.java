package io.openrouteroperator.reconcile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.simulator.GuardrailSnapshot;
import io.openrouteroperator.simulator.KeySnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a policy says is what its guardrails at OpenRouter say, whoever changes either. */
@ExtendWith(InstallationExtension.class)
class PolicyIT {
    private final Installation installation;
    private final List<Tenant> tenants = new ArrayList<>();

    PolicyIT(Installation installation) {
        this.installation = installation;
    }

    @AfterEach
    void leave() {
        tenants.forEach(Tenant::close);
    }

    @Test
    void compilesClassIntoGuardrail() {
        Tenant tenant = tenant("policy", Tenant.INTERNAL);

        ClassificationStatus compiled =
                awaitReady(tenant, "True/InSync").getStatus().classifications().getFirst();

        assertThat(compiled.effectiveProviders()).containsExactly("anthropic", "openai");
        assertThat(guardrail(compiled).settings().get("allowed_providers").toString())
                .isEqualTo("[\"anthropic\",\"openai\"]");
    }

    @Test
    void putsBackGuardrailThatWasEditedByHand() throws Exception {
        // Given
        Tenant tenant = tenant("edited", Tenant.INTERNAL);
        ClassificationStatus compiled =
                awaitReady(tenant, "True/InSync").getStatus().classifications().getFirst();

        // When
        installation
                .openRouter()
                .dashboard()
                .editGuardrail(
                        requireNonNull(compiled.guardrailId()),
                        new ObjectMapper().readTree("{\"allowed_providers\": null}"));

        // Then
        tenant.await(
                "the guardrail is back",
                () -> !guardrail(compiled).settings().get("allowed_providers").isNull());
        tenant.awaitEvent(tenant.name(), "GuardrailDrift");
    }

    @Test
    void deletesGuardrailOfRemovedClassOnceItsKeyIsGone() {
        // Given
        Tenant tenant = tenant("removed", Tenant.INTERNAL + Tenant.INTERNAL.replace("internal", "second"));
        tenant.requestKey("service", "classification: second");
        tenant.awaitPublished("service");
        String second = requireNonNull(
                tenant.policy().getStatus().classifications().getLast().guardrailId());

        // When
        tenant.pastAdmission().apply(tenant.policy(Tenant.INTERNAL));

        // Then
        tenant.awaitKey("service", "False", "ClassificationUnknown");
        tenant.await(
                "the guardrail is remembered",
                () -> tenant.policy().getStatus().formerGuardrails().stream()
                        .anyMatch(former -> former.id().equals(second)));
        tenant.awaitPolls();
        assertThat(tenant.remotes()).extracting(KeySnapshot::guardrailId).containsExactly(second);

        // And when
        tenant.deleteKey("service");

        // Then
        tenant.awaitEvent(tenant.name(), "GuardrailDeleted");
        assertThat(installation.openRouter().guardrails())
                .extracting(GuardrailSnapshot::id)
                .doesNotContain(second);
        tenant.await(
                "nothing is left over",
                () -> tenant.policy().getStatus().formerGuardrails().isEmpty());
    }

    @Test
    void namesNearestProviderForUnknownOne() {
        Tenant tenant = tenant("unknown", """
                - name: internal
                  providers: {allow: [antropic]}
                  limit: {maxUsd: 100, reset: Monthly}
                """);

        OpenRouterPolicy policy = awaitReady(tenant, "False/UnknownName");

        assertThat(Readiness.message(policy.getStatus().conditions())).contains("did you mean 'anthropic'");
        assertThat(installation.openRouter().guardrails())
                .as("nothing was made for it")
                .noneMatch(guardrail -> guardrail.name().contains("/" + tenant.name() + "/"));
    }

    @Test
    void refusesWindowsThatOpenTooSeldom() {
        // The schema refuses what is plain from the text; here only the calendar can tell.
        Tenant tenant = tenant("seldom", Tenant.INTERNAL).pastAdmission();
        tenant.apply(tenant.policy("""
                - name: internal
                  providers: {allow: [anthropic]}
                  limit: {maxUsd: 100, reset: Monthly}
                  rotation: {windows: [{cron: "0 2 1,15 JAN,FEB *", duration: 4h}]}
                """));

        OpenRouterPolicy policy = awaitReady(tenant, "False/InvalidPolicy");

        assertThat(Readiness.message(policy.getStatus().conditions()))
                .contains("rotation.windows: no window opens from 2026-02-15 to 2027-01-01 (320d)");
    }

    @Test
    void disablesKeysOfClassThatAllowsNothingAndEnablesThemAgain() {
        // Given
        Tenant tenant = tenant("nothing", Tenant.INTERNAL);
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");

        // When
        tenant.apply(tenant.policy("""
                - name: internal
                  providers: {allow: [openai, anthropic], countries: [LI]}
                  limit: {maxUsd: 100, reset: Monthly}
                """));

        // Then
        tenant.awaitKey("service", "False", "KeyWithdrawn");
        tenant.await(
                "the key is disabled",
                () -> tenant.remoteOf("service").orElseThrow().disabled());
        assertThat(tenant.remoteOf("service").orElseThrow().guardrailId())
                .as("a class of nothing never becomes a guardrail of everything")
                .isNotNull();

        // And when
        tenant.apply(tenant.policy(Tenant.INTERNAL));

        // Then
        tenant.awaitPublished("service");
        assertThat(tenant.remoteOf("service").orElseThrow().disabled()).isFalse();
    }

    private Tenant tenant(String topic, String classifications) {
        Tenant tenant = Tenant.create(installation, topic, classifications);
        tenants.add(tenant);
        return tenant;
    }

    private OpenRouterPolicy awaitReady(Tenant tenant, String wanted) {
        tenant.await(
                "policy Ready=" + wanted,
                () -> Readiness.of(conditions(tenant.policy())).equals(wanted));
        return tenant.policy();
    }

    private static List<Condition> conditions(OpenRouterPolicy policy) {
        return policy.getStatus() == null ? List.of() : policy.getStatus().conditions();
    }

    private GuardrailSnapshot guardrail(ClassificationStatus compiled) {
        return installation.openRouter().guardrails().stream()
                .filter(guardrail -> guardrail.id().equals(compiled.guardrailId()))
                .findFirst()
                .orElseThrow();
    }
}
