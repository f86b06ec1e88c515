package io.openrouteroperator.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import io.openrouteroperator.core.compliance.snapshot.CompiledClass;
import io.openrouteroperator.core.compliance.snapshot.Conditions;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.Voucher;
import io.openrouteroperator.governance.FactsMapper;
import io.openrouteroperator.governance.PolicyMapper;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** From an OpenRouterPolicy to what a review asks of it. */
final class ObservedPolicyMapper {
    private ObservedPolicyMapper() {}

    static ObservedPolicy policy(JsonNode object) {
        OpenRouterPolicy policy = Values.read(object, OpenRouterPolicy.class);
        OpenRouterPolicyStatus status = policy.getStatus();
        String name = policy.getMetadata().getName();
        return new ObservedPolicy(
                PolicyMapper.rules(policy),
                FactsMapper.policy(policy),
                policy.getSpec().attestations().stream()
                        .map(each -> new Voucher(
                                name, each.control(), each.evidence(), each.by(), Values.time(each.validUntil())))
                        .toList(),
                status != null
                        && Objects.equals(
                                status.observedGeneration(),
                                policy.getMetadata().getGeneration()),
                status == null ? Conditions.NONE : Values.conditions(status.conditions()),
                status == null ? Map.of() : compiled(status));
    }

    private static Map<String, CompiledClass> compiled(OpenRouterPolicyStatus status) {
        return status.classifications().stream()
                .collect(Collectors.toMap(ClassificationStatus::name, ObservedPolicyMapper::compiled));
    }

    private static CompiledClass compiled(ClassificationStatus status) {
        return new CompiledClass(
                status.name(),
                status.guardrailId(),
                status.revision(),
                status.effectiveProviders(),
                status.effectiveModelCount(),
                status.excluded().stream()
                        .map(each -> each.provider() + ": " + each.reason())
                        .toList());
    }
}
