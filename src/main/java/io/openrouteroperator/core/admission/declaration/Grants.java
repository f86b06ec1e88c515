package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.declaration.GrantProblem.Kind;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.grant.ClassificationSelection;
import io.openrouteroperator.core.policy.grant.LimitDecision;
import io.openrouteroperator.core.policy.grant.LimitRules;
import io.openrouteroperator.core.policy.grant.PolicySelection;
import io.openrouteroperator.core.policy.grant.RotationMerge;
import io.openrouteroperator.core.policy.grant.RotationResolution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What keys would be granted under a set of policies; the terms of a class are put together once for all its keys. */
final class Grants {
    private final Collection<PolicyRules> policies;
    private final Map<ClassificationRules, RotationResolution> rotations = new HashMap<>();

    Grants(Collection<PolicyRules> policies) {
        this.policies = List.copyOf(policies);
    }

    /** What stands between a key and its grant; nothing when it has one. */
    List<GrantProblem> problems(DeclaredKey key, Map<String, String> namespaceLabels) {
        PolicySelection selection = PolicySelection.forKey(namespaceLabels, key.policyRef(), policies);
        return switch (selection) {
            case PolicySelection.NoPolicy none ->
                List.of(new GrantProblem(Kind.NO_POLICY, "metadata.namespace", none.message(), ""));
            case PolicySelection.PolicyNotFound missing ->
                List.of(new GrantProblem(
                        Kind.POLICY_NOT_FOUND, "spec.policyRef.name", missing.message(), missing.name()));
            case PolicySelection.NotGoverning other ->
                List.of(new GrantProblem(Kind.NOT_GOVERNING, "spec.policyRef.name", other.message(), other.name()));
            case PolicySelection.Several several ->
                List.of(new GrantProblem(Kind.SEVERAL_POLICIES, "spec.policyRef", several.message(), ""));
            case PolicySelection.Governed(PolicyRules policy) -> inPolicy(key, namespaceLabels, policy);
        };
    }

    private List<GrantProblem> inPolicy(DeclaredKey key, Map<String, String> labels, PolicyRules policy) {
        return switch (ClassificationSelection.of(policy, key.classification(), labels)) {
            case ClassificationSelection.ClassificationUnknown unknown -> classification(unknown.message(), policy);
            case ClassificationSelection.NamespaceNotAllowed other -> classification(other.message(), policy);
            case ClassificationSelection.Selected(ClassificationRules rules) -> inClass(key, policy, rules);
        };
    }

    private static List<GrantProblem> classification(String message, PolicyRules policy) {
        return List.of(new GrantProblem(Kind.CLASSIFICATION, "spec.classification", message, policy.name()));
    }

    private List<GrantProblem> inClass(DeclaredKey key, PolicyRules policy, ClassificationRules rules) {
        List<GrantProblem> problems = new ArrayList<>();
        switch (LimitRules.decide(key.usd(), key.reset(), rules.limit())) {
            case LimitDecision.Granted _ -> {}
            case LimitDecision.AboveMaximum(FieldProblem problem) -> problems.add(of(Kind.LIMIT, problem, policy));
            case LimitDecision.Missing(FieldProblem problem) -> problems.add(of(Kind.LIMIT, problem, policy));
            case LimitDecision.Invalid(FieldProblem problem) -> problems.add(of(Kind.LIMIT, problem, policy));
        }
        RotationResolution terms =
                rotations.computeIfAbsent(rules, each -> RotationMerge.ofClassification(policy, each));
        // A class without terms is the policy's trouble, and the policy says so.
        if (key.interval() != null
                && terms instanceof RotationResolution.Resolved(var inherited)
                && RotationMerge.ofKey(inherited, key.interval()) instanceof RotationResolution.Invalid(var invalid)) {
            invalid.forEach(problem -> problems.add(of(Kind.ROTATION, problem, policy)));
        }
        return problems;
    }

    private static GrantProblem of(Kind kind, FieldProblem problem, PolicyRules policy) {
        return new GrantProblem(kind, problem.path(), problem.message(), policy.name());
    }
}
