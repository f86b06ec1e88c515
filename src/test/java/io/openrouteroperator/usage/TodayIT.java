package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.WrittenEvents;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.scan.ReportKinds;
import io.openrouteroperator.simulator.ServedCalls;
import io.openrouteroperator.simulator.Simulator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With {@code usage.today}, what was served outside of the policy is told before its day is over, and told once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TodayIT {
    private static final String SERVED = "openrouter_usage_served_requests";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final LocalDate yesterday = today.minusDays(1);
    private ControlPlane controlPlane;
    private Installation installation;
    private Tenant tenant;
    private ToldUsage told;
    private UsageQuestions questions;
    private ServedCalls calls;

    @BeforeAll
    void start() throws IOException {
        controlPlane = ControlPlane.start();
        ReportKinds.define(controlPlane.client(), "policyreports");
        installation = Installation.on(controlPlane, "usage.today.enabled=true");
        tenant = Tenant.create(installation, "today", Tenant.INTERNAL);
        told = new ToldUsage(installation, tenant);
        questions = new UsageQuestions(installation, tenant);
        calls = new ServedCalls(installation.openRouter());
    }

    @AfterAll
    void stop() {
        installation.operator().kill();
        installation.openRouter().close();
        controlPlane.close();
        assertThat(installation.openRouter().contractViolations()).isEmpty();
    }

    @Test
    void isToldOnceOverARestartAndGivesWayToItsCompletedDay() throws IOException {
        tenant.requestKey("checkout", "classification: internal");
        tenant.awaitPublished("checkout");
        String managed = tenant.remoteOf("checkout").orElseThrow().hash();
        PolicyHistory.backdate(tenant);
        String byHand = Simulator.hashOf(installation.openRouter().dashboard().createKey("by-hand"));
        calls.add(today, managed, "xAI", 5);
        calls.add(today, managed, "OpenAI", 7);
        calls.add(today, byHand, "OpenAI", 3);

        awaitTold();

        assertRestartWritesNothing();

        installation.operator().kill();
        String foundAt = told.results().at("/0/timestamp").toString();
        ADayLater.comes(told, today);
        calls.add(yesterday, managed, "xAI", 6);
        installation.operator().start();

        awaitSettled();
        assertThat(told.results().at("/1/timestamp"))
                .as("when it was found first")
                .hasToString(foundAt);
        assertThat(events()).noneMatch(note -> note.startsWith(yesterday.toString()));
    }

    private void awaitTold() {
        tenant.await("the finding", () -> !told.findings().isEmpty());
        assertThat(told.findings()).containsExactly(finding(today, 5) + " so far");
        tenant.await("the policy says so", () -> told.conforms().equals("False/FindingsPresent"));
        assertThat(told.conformsMessage()).contains("and today so far");
        tenant.await("the account says so", () -> told.unmanaged().contains("and today so far: 'by-hand'"));
        tenant.awaitEvent("checkout", "ServedOutsidePolicy");
        assertThat(events()).singleElement().asString().startsWith(today + ", so far: provider 'xai' served");
        told.awaitMetric(5.0, SERVED, "provider=\"xai\"", "verdict=\"outside\"");
        told.awaitMetric(7.0, SERVED, "provider=\"openai\"", "verdict=\"allowed\"");
        told.awaitMetric(1.0, "openrouter_usage_unmanaged_keys");
    }

    private void assertRestartWritesNothing() {
        awaitSilence();
        installation.operator().kill();
        AuditLog.Mark mark = controlPlane.auditLog().mark();
        installation.operator().start();
        questions.awaitPasses(1);
        questions.awaitLooksAtToday(1);
        assertThat(questions.writesSince(mark))
                .as("writes after a restart; the policy says '%s'", told.conformsMessage())
                .isEmpty();
    }

    /** What was served today is told on, as no test can take it back from analytics. */
    private void awaitSettled() {
        tenant.await(
                "the day before has settled",
                () -> told.findings().equals(List.of(finding(today, 5) + " so far", finding(yesterday, 6))));
        told.awaitMetric(11.0, SERVED, "provider=\"xai\"", "verdict=\"outside\"");
    }

    private static String finding(LocalDate day, int requests) {
        return "fail usage-provider-not-allowed OpenRouterKey/checkout %s xai openai/gpt-4o-20241120 %d"
                .formatted(day, requests);
    }

    private List<String> events() {
        return WrittenEvents.about(controlPlane.client(), "checkout", "ServedOutsidePolicy")
                .toList();
    }

    /** What was just made is counted in some status; the scan comes some seconds after everything else. */
    private void awaitSilence() {
        tenant.await("silence", () -> {
            AuditLog.Mark mark = controlPlane.auditLog().mark();
            questions.awaitPasses(1);
            return questions.writesSince(mark).isEmpty();
        });
    }
}
