package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.grant.RotationMerge;
import io.openrouteroperator.core.policy.grant.RotationResolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is wrong with a policy by itself, and beside the others. */
final class PolicyChecks {
    private final Declarations declarations;

    PolicyChecks(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Rotation that cannot be kept, such as windows that open too rarely for the interval. */
    List<Objection> rotation(@Nullable PolicyRules policy) {
        if (policy == null) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>();
        if (RotationMerge.ofPolicy(policy) instanceof RotationResolution.Invalid(var invalid)) {
            problems.addAll(invalid);
        } else {
            policy.classifications().forEach(each -> {
                if (RotationMerge.ofClassification(policy, each) instanceof RotationResolution.Invalid(var invalid)) {
                    problems.addAll(invalid);
                }
            });
        }
        return problems.stream().map(PolicyChecks::notWorkable).toList();
    }

    /** Namespaces that another policy governs too, and did not share with this one before. */
    List<Objection> overlaps(PolicyRules now, @Nullable PolicyRules before) {
        Map<String, Set<String>> shared = new TreeMap<>();
        declarations.namespaces().forEach((namespace, labels) -> {
            boolean fresh = now.namespaces().matches(labels)
                    && (before == null || !before.namespaces().matches(labels));
            if (fresh) {
                declarations.policies().stream()
                        .filter(other -> !other.name().equals(now.name()))
                        .filter(other -> other.namespaces().matches(labels))
                        .forEach(other -> shared.computeIfAbsent(other.name(), _ -> new TreeSet<>())
                                .add(namespace));
            }
        });
        List<Objection> objections = new ArrayList<>();
        shared.forEach((other, namespaces) -> objections.add(overlap(now, other, namespaces)));
        return objections;
    }

    private static Objection notWorkable(FieldProblem problem) {
        return Objection.of(
                true,
                Rule.POLICY_NOT_WORKABLE,
                problem.path(),
                Objection.sentence(problem.message()),
                "Keys under it could not be replaced in time.",
                "change the field as the line above says");
    }

    private static Objection overlap(PolicyRules now, String other, Set<String> namespaces) {
        return Objection.of(
                false,
                Rule.POLICIES_OVERLAP,
                "spec.namespaceSelector",
                "OpenRouterPolicy \"%s\" governs namespaces of this policy too: %s."
                        .formatted(other, Names.some(namespaces)),
                "There the stricter one decides at admission, and a key gets a grant only if it names one of them.",
                "select other namespaces, or let the keys there name their policy:\n\nspec:\n  policyRef: {name: %s}"
                        .formatted(now.name()));
    }
}
