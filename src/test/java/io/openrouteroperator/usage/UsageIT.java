package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.policyreport.ReportFormat;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.scan.ReportKinds;
import io.openrouteroperator.simulator.Simulator;
import io.openrouteroperator.simulator.SimulatorOptions;
import io.openrouteroperator.simulator.fault.Fault;
import io.openrouteroperator.simulator.spending.ActivityRow;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What OpenRouter says was served is compared with the policy, told where people look, and gone from there once its day is. */
@ExtendWith(InstallationExtension.class)
class UsageIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "by-hand\u001b[31m<b>";

    private final Simulator openRouter = Simulator.start(SimulatorOptions.usual());
    private final Installation installation;
    private final KubernetesClient client;
    private final Tenant tenant;

    /** The account is one of its own: rows stay in it, and would be findings of every other test. */
    UsageIT(Installation shared) {
        this.installation = new Installation(shared.controlPlane(), openRouter, shared.operator());
        this.client = shared.controlPlane().client();
        this.tenant = Tenant.create(installation, "usage", Tenant.INTERNAL);
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
        serve(managed, "xAI", 5);
        serve(managed, "OpenAI", 7);
        serve(byHand, "OpenAI", 3);

        tenant.await("the finding", () -> !findings().isEmpty());

        assertThat(findings())
                .containsExactly(
                        "fail usage-provider-not-allowed OpenRouterKey/checkout %s xai openai/gpt-4o-20241120 5"
                                .formatted(yesterday()));
        tenant.await("the policy says so", () -> conforms().equals("False/FindingsPresent"));
        tenant.await("the account says so", () -> unmanaged().contains("by-hand [31m<b>"));
        tenant.awaitEvent("checkout", "ServedOutsidePolicy");
        awaitMetric(5.0, "openrouter_usage_served_requests", "provider=\"xai\"", "verdict=\"outside\"");
        awaitMetric(7.0, "openrouter_usage_served_requests", "provider=\"openai\"", "verdict=\"allowed\"");
        awaitMetric(1.0, "openrouter_usage_unmanaged_keys");
        awaitMetric(0.0, "openrouter_usage_unexplained_requests");

        tenant.await("the scan has said what it has to say", () -> scanned().equals("True/NoFindings"));
        tenant.await("the key is counted", () -> Objects.equals(keys(), 1));
        AuditLog.Mark mark = installation.controlPlane().auditLog().mark();
        OpenRouterPolicyStatus before = tenant.policy().getStatus();
        awaitPasses(2);
        assertThat(writesSince(mark))
                .as(
                        "writes of a pass that found nothing new; the policy's status was %s and is %s",
                        before, tenant.policy().getStatus())
                .isEmpty();

        openRouter.time().advance(Duration.ofDays(31));

        tenant.await("no report", () -> report() == null);
        tenant.await("the policy says so", () -> conforms().equals("True/NoFindings"));
        tenant.await("the account says so", () -> unmanaged().isEmpty());
        tenant.await(
                "the metric says so",
                () -> metric("openrouter_usage_served_requests", "provider=\"xai\"")
                        .isEmpty());
    }

    @Test
    void whatAKeyDidIsJudgedAfterTheKeyIsGone() {
        String managed = publishedKey();
        PolicyHistory.backdate(tenant);
        awaitPasses(1);
        client.resource(tenant.key("checkout")).delete();
        tenant.await(
                "the key is gone at OpenRouter", () -> tenant.remote(managed).isEmpty());
        serve(managed, "xAI", 5);

        tenant.await("the finding", () -> !findings().isEmpty());

        awaitMetric(0.0, "openrouter_usage_unexplained_requests");
    }

    @Test
    void policyOfAnAccountThatCannotBeReadSaysSo() {
        openRouter.faults().always("GET", "/activity", new Fault.Refused(403));
        try (Tenant blind = Tenant.create(installation, "usage-blind", Tenant.INTERNAL)) {
            blind.await("the policy says so", () -> conforms(blind).equals("Unknown/NotObserved"));
        } finally {
            openRouter.faults().clear();
        }
    }

    private String publishedKey() {
        tenant.requestKey("checkout", "classification: internal");
        return Objects.requireNonNull(
                        Objects.requireNonNull(tenant.awaitPublished("checkout").getStatus())
                                .current())
                .hash();
    }

    private void serve(String hash, String provider, long requests) {
        openRouter
                .dashboard()
                .addActivity(new ActivityRow(
                        yesterday(),
                        hash,
                        "workspace",
                        "openai/gpt-4o",
                        "openai/gpt-4o-20241120",
                        "endpoint-of-" + provider,
                        provider,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        requests,
                        10,
                        20));
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }

    private void awaitPasses(int passes) {
        int before = accountReads();
        tenant.await(passes + " passes", () -> accountReads() >= before + passes + 1);
    }

    /** One call of each pass is about the whole account. */
    private int accountReads() {
        return (int) openRouter.requestLog().matching("GET", "/activity").stream()
                .filter(request -> !request.query().contains("api_key_hash"))
                .count();
    }

    /** Those that usage could be behind: the scan writes about what other tests leave, and reports of its own. */
    private List<String> writesSince(AuditLog.Mark mark) {
        Set<String> ours = Set.of("", tenant.name(), InstalledOperator.NAMESPACE);
        return installation
                .controlPlane()
                .auditLog()
                .since(mark)
                .byServiceAccount(InstalledOperator.NAMESPACE, "openrouter-operator")
                .writes()
                .where(entry -> !"leases".equals(entry.resource()))
                .where(entry -> !entry.name().equals("openrouter-operator"))
                .where(entry -> ours.contains(entry.namespace()))
                .list()
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> findings() {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : JSON.valueToTree(report()).path("results")) {
            JsonNode resource = result.at("/resources/0");
            lines.add(String.join(
                    " ",
                    result.path("result").asText(),
                    result.path("rule").asText(),
                    resource.path("kind").asText() + "/" + resource.path("name").asText(),
                    result.at("/properties/date").asText(),
                    result.at("/properties/provider").asText(),
                    result.at("/properties/model").asText(),
                    result.at("/properties/requests").asText()));
        }
        return lines;
    }

    private @Nullable GenericKubernetesResource report() {
        return client.genericKubernetesResources(
                        ReportFormat.POLICY_REPORT.apiVersion(), ReportFormat.POLICY_REPORT.kind())
                .inNamespace(tenant.name())
                .withName(UsageReports.name(tenant.name()))
                .get();
    }

    private String conforms() {
        return conforms(tenant);
    }

    private static String conforms(Tenant tenant) {
        return condition(tenant, "UsageConforms");
    }

    private String scanned() {
        return condition(tenant, "ObjectsConform");
    }

    private @Nullable Integer keys() {
        OpenRouterPolicyStatus status = tenant.policy().getStatus();
        return status == null ? null : status.keys();
    }

    private static String condition(Tenant tenant, String type) {
        return condition(
                tenant.policy().getStatus() == null
                        ? List.of()
                        : tenant.policy().getStatus().conditions(),
                type,
                condition -> condition.getStatus() + "/" + condition.getReason());
    }

    private String unmanaged() {
        return condition(
                tenant.accountObject().getStatus() == null
                        ? List.of()
                        : tenant.accountObject().getStatus().conditions(),
                "UnmanagedKeysUsed",
                Condition::getMessage);
    }

    private static String condition(List<Condition> conditions, String type, Function<Condition, String> text) {
        return conditions.stream()
                .filter(condition -> condition.getType().equals(type))
                .map(text)
                .findFirst()
                .orElse("");
    }

    /** Series are made anew some seconds after a pass. */
    private void awaitMetric(double value, String name, String... labels) {
        tenant.await(name + " is " + value, () -> metric(name, labels).equals(List.of(value)));
    }

    private List<Double> metric(String name, String... labels) {
        return installation
                .operator()
                .operator()
                .metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> line.contains("account=\"" + tenant.name() + "\""))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }
}
