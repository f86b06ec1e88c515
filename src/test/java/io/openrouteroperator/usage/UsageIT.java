package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.scan.ReportKinds;
import io.openrouteroperator.simulator.ServedCalls;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import io.openrouteroperator.simulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What OpenRouter says was served is compared with the policy, told where people look, and gone from there once its day is. */
@ExtendWith(InstallationExtension.class)
class UsageIT {
    private static final String HOSTILE = "by-hand\u001b[31m<b>";

    private final Simulator openRouter = Simulator.start(SimulatorOptions.usual());
    private final ServedCalls calls = new ServedCalls(openRouter);
    private final Installation installation;
    private final Tenant tenant;
    private final ToldUsage told;
    private final UsageQuestions questions;

    /** The account is one of its own: rows stay in it, and would be findings of every other test. */
    UsageIT(Installation shared) {
        this.installation = new Installation(shared.controlPlane(), openRouter, shared.operator());
        this.tenant = Tenant.create(installation, "usage", Tenant.INTERNAL);
        this.told = new ToldUsage(installation, tenant);
        this.questions = new UsageQuestions(installation, tenant);
    }

    @BeforeAll
    static void theClusterHasPolicyReports(Installation installation) throws IOException {
        ReportKinds.define(installation.controlPlane().client(), "policyreports");
    }

    @AfterAll
    static void takeThemAway(Installation installation) throws IOException {
        ReportKinds.remove(installation.controlPlane().client(), "policyreports");
    }

    @AfterEach
    void leave() {
        tenant.close();
        openRouter.close();
        assertThat(openRouter.contractViolations()).isEmpty();
    }

    @Test
    void findsWhatWasServedOutsideOfThePolicyAndForgetsItWithItsDay() {
        String managed = publishedKey();
        String byHand = Simulator.hashOf(openRouter.dashboard().createKey(HOSTILE));
        PolicyHistory.backdate(tenant);
        calls.add(yesterday(), managed, "xAI", 5);
        calls.add(yesterday(), managed, "OpenAI", 7);
        calls.add(yesterday(), byHand, "OpenAI", 3);

        tenant.await("the finding", () -> !told.findings().isEmpty());

        assertThat(told.findings())
                .containsExactly(
                        "fail usage-provider-not-allowed OpenRouterKey/checkout %s xai openai/gpt-4o-20241120 5"
                                .formatted(yesterday()));
        tenant.await("the policy says so", () -> told.conforms().equals("False/FindingsPresent"));
        tenant.await("the account says so", () -> told.unmanaged().contains("by-hand [31m<b>"));
        tenant.awaitEvent("checkout", "ServedOutsidePolicy");
        told.awaitMetric(5.0, "openrouter_usage_served_requests", "provider=\"xai\"", "verdict=\"outside\"");
        told.awaitMetric(7.0, "openrouter_usage_served_requests", "provider=\"openai\"", "verdict=\"allowed\"");
        told.awaitMetric(1.0, "openrouter_usage_unmanaged_keys");
        told.awaitMetric(0.0, "openrouter_usage_unexplained_requests");

        awaitWhatOthersSayOnce();
        AuditLog.Mark mark = installation.controlPlane().auditLog().mark();
        OpenRouterPolicyStatus before = tenant.policy().getStatus();
        questions.awaitPasses(2);
        assertThat(questions.writesSince(mark))
                .as(
                        "writes of a pass that found nothing new; the policy's status was %s and is %s",
                        before, tenant.policy().getStatus())
                .isEmpty();

        openRouter.time().advance(Duration.ofDays(31));

        tenant.await("no report", () -> told.report() == null);
        tenant.await("the policy says so", () -> told.conforms().equals("True/NoFindings"));
        tenant.await("the account says so", () -> told.unmanaged().isEmpty());
        tenant.await(
                "the metric says so",
                () -> told.metric("openrouter_usage_served_requests", "provider=\"xai\"")
                        .isEmpty());
    }

    @Test
    void whatAKeyDidIsJudgedAfterTheKeyIsGone() {
        String managed = publishedKey();
        PolicyHistory.backdate(tenant);
        questions.awaitPasses(1);
        tenant.delete(tenant.key("checkout"));
        tenant.await(
                "the key is gone at OpenRouter", () -> tenant.remote(managed).isEmpty());
        calls.add(yesterday(), managed, "xAI", 5);

        tenant.await("the finding", () -> !told.findings().isEmpty());

        told.awaitMetric(0.0, "openrouter_usage_unexplained_requests");
    }

    @Test
    void policyOfAnAccountThatCannotBeReadSaysSo() {
        openRouter.faults().always("GET", "/activity", new Fault.Refused(403));
        try (Tenant blind = Tenant.create(installation, "usage-blind", Tenant.INTERNAL)) {
            blind.await(
                    "the policy says so",
                    () -> new ToldUsage(installation, blind).conforms().equals("Unknown/NotObserved"));
        } finally {
            openRouter.faults().clear();
        }
    }

    private String publishedKey() {
        tenant.requestKey("checkout", "classification: internal");
        tenant.awaitPublished("checkout");
        return tenant.remoteOf("checkout").orElseThrow().hash();
    }

    /** Scan and count of keys come some seconds after everything else, and are told once. */
    private void awaitWhatOthersSayOnce() {
        tenant.await(
                "the scan has said what it has to say",
                () -> told.policy("ObjectsConform", Condition::getStatus).equals("True"));
        tenant.await("the key is counted", () -> {
            OpenRouterPolicyStatus status = tenant.policy().getStatus();
            return status != null && Objects.equals(status.keys(), 1);
        });
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }
}
