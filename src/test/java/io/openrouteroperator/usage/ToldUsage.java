package io.openrouteroperator.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.policyreport.ReportFormat;
import io.openrouteroperator.reconcile.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people are told of what was served to a tenant's services: in the report, in conditions and in metrics.
 *
 * @param installation that the tenant lives in
 */
record ToldUsage(Installation installation, Tenant tenant) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The results of the report, such as {@code fail usage-provider-not-allowed OpenRouterKey/checkout 2026-11-28 xai a/b 5}. */
    List<String> findings() {
        List<String> lines = new ArrayList<>();
        for (JsonNode result : results()) {
            JsonNode resource = result.at("/resources/0");
            lines.add(String.join(
                    " ",
                    result.path("result").asText(),
                    result.path("rule").asText(),
                    resource.path("kind").asText() + "/" + resource.path("name").asText(),
                    result.at("/properties/date").asText(),
                    result.at("/properties/provider").asText(),
                    result.at("/properties/model").asText(),
                    result.at("/properties/requests").asText()
                            + (result.at("/properties/settled").asText().equals("false") ? " so far" : "")));
        }
        return lines;
    }

    /** The results of the report as they are; nothing where there is no report. */
    JsonNode results() {
        return JSON.valueToTree(report()).path("results");
    }

    /** The report of the tenant's namespace, null where it has none. */
    @Nullable
    GenericKubernetesResource report() {
        return tenant.client()
                .genericKubernetesResources(ReportFormat.POLICY_REPORT.apiVersion(), ReportFormat.POLICY_REPORT.kind())
                .inNamespace(tenant.name())
                .withName(UsageReports.name(tenant.name()))
                .get();
    }

    /** Status and reason of the policy's condition, such as {@code True/NoFindings}; empty without one. */
    String conforms() {
        return policy("UsageConforms", condition -> condition.getStatus() + "/" + condition.getReason());
    }

    /** What the policy's condition says; empty without one. */
    String conformsMessage() {
        return policy("UsageConforms", Condition::getMessage);
    }

    /** What the account's condition says; empty without one. */
    String unmanaged() {
        return text(
                tenant.accountObject().getStatus() == null
                        ? List.of()
                        : tenant.accountObject().getStatus().conditions(),
                "UnmanagedKeysUsed",
                Condition::getMessage);
    }

    /** Text of a condition of the policy; empty without one. */
    String policy(String type, Function<Condition, String> text) {
        return text(
                tenant.policy().getStatus() == null
                        ? List.of()
                        : tenant.policy().getStatus().conditions(),
                type,
                text);
    }

    /** Waits for the value of a series of this account; series are made anew some seconds after a pass. */
    void awaitMetric(double value, String name, String... labels) {
        tenant.await(name + " is " + value, () -> metric(name, labels).equals(List.of(value)));
    }

    /** The values of the series of this account with these labels. */
    List<Double> metric(String name, String... labels) {
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

    private static String text(List<Condition> conditions, String type, Function<Condition, String> text) {
        return conditions.stream()
                .filter(condition -> condition.getType().equals(type))
                .map(text)
                .findFirst()
                .orElse("");
    }
}
