package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.api.v1alpha1.policy.ClassificationStatus;
import io.openrouteroperator.api.v1alpha1.policy.FormerGuardrail;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From what a status says to the guardrails that no class has any more. */
final class FormerGuardrailMapper {
    private FormerGuardrailMapper() {}

    /**
     * Those that the status remembers as such, and those that its classes had.
     *
     * @param now what the policy's classes are after this pass
     */
    static List<FormerGuardrail> former(@Nullable OpenRouterPolicyStatus before, List<ClassificationStatus> now) {
        if (before == null) {
            return List.of();
        }
        Set<String> held = now.stream()
                .map(ClassificationStatus::guardrailId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return Stream.concat(before.formerGuardrails().stream(), recorded(before))
                .filter(former -> !held.contains(former.id()))
                .distinct()
                .toList();
    }

    private static Stream<FormerGuardrail> recorded(OpenRouterPolicyStatus status) {
        return status.classifications().stream()
                .flatMap(known ->
                        Stream.ofNullable(known.guardrailId()).map(id -> new FormerGuardrail(id, known.name())));
    }
}
