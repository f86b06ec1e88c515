package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.declaration.GrantProblem.Kind;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.RotationTerms;
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
import java.util.Optional;

/** What keys would be granted under a set of policies; the terms of a class are put together once for all its keys. */
public final class Grants {
    private final Collection<PolicyRules> policies;
    private final Map<ClassificationRules, RotationResolution> rotations = new HashMap<>();

    /** The grants of these policies. */
    public Grants(Collection<PolicyRules> policies) {
        this.policies = List.copyOf(policies);
    }

    /** What stands between a key and its grant; nothing when it has one. */
    List<GrantProblem> problems(DeclaredKey key, Map<String, String> namespaceLabels) {
        return of(key, namespaceLabels) instanceof KeyGrant.Missing(List<GrantProblem> problems) ? problems : List.of();
    }

    /** The grant of a key. */
    public KeyGrant of(DeclaredKey key, Map<String, String> namespaceLabels) {
        PolicySelection selection = PolicySelection.forKey(namespaceLabels, key.policyRef(), policies);
        return switch (selection) {
            case PolicySelection.NoPolicy none ->
                missing(new GrantProblem(Kind.NO_POLICY, "metadata.namespace", none.message(), ""));
            case PolicySelection.PolicyNotFound missing ->
                missing(new GrantProblem(
                        Kind.POLICY_NOT_FOUND, "spec.policyRef.name", missing.message(), missing.name()));
            case PolicySelection.NotGoverning other ->
                missing(new GrantProblem(Kind.NOT_GOVERNING, "spec.policyRef.name", other.message(), other.name()));
            case PolicySelection.Several several ->
                missing(new GrantProblem(Kind.SEVERAL_POLICIES, "spec.policyRef", several.message(), ""));
            case PolicySelection.Governed(PolicyRules policy) -> inPolicy(key, namespaceLabels, policy);
        };
    }

    private KeyGrant inPolicy(DeclaredKey key, Map<String, String> labels, PolicyRules policy) {
        return switch (ClassificationSelection.of(policy, key.classification(), labels)) {
            case ClassificationSelection.ClassificationUnknown unknown -> classification(unknown.message(), policy);
            case ClassificationSelection.NamespaceNotAllowed other -> classification(other.message(), policy);
            case ClassificationSelection.Selected(ClassificationRules rules) -> inClass(key, policy, rules);
        };
    }

    private static KeyGrant classification(String message, PolicyRules policy) {
        return missing(new GrantProblem(Kind.CLASSIFICATION, "spec.classification", message, policy.name()));
    }

    private static KeyGrant missing(GrantProblem problem) {
        return new KeyGrant.Missing(List.of(problem));
    }

    private KeyGrant inClass(DeclaredKey key, PolicyRules policy, ClassificationRules rules) {
        List<GrantProblem> problems = new ArrayList<>();
        LimitDecision limit = LimitRules.decide(key.usd(), key.reset(), rules.limit());
        switch (limit) {
            case LimitDecision.Granted _ -> {}
            case LimitDecision.AboveMaximum(FieldProblem problem) -> problems.add(of(Kind.LIMIT, problem, policy));
            case LimitDecision.Missing(FieldProblem problem) -> problems.add(of(Kind.LIMIT, problem, policy));
            case LimitDecision.Invalid(FieldProblem problem) -> problems.add(of(Kind.LIMIT, problem, policy));
        }
        RotationResolution rotation = rotation(key, policy, rules, problems);
        return problems.isEmpty() && limit instanceof LimitDecision.Granted(SpendLimit granted)
                ? new KeyGrant.Granted(policy, rules, granted, terms(rotation))
                : new KeyGrant.Missing(problems);
    }

    /** A class without terms is the policy's trouble, and the policy says so. */
    private RotationResolution rotation(
            DeclaredKey key, PolicyRules policy, ClassificationRules rules, List<GrantProblem> problems) {
        RotationResolution ofClass =
                rotations.computeIfAbsent(rules, each -> RotationMerge.ofClassification(policy, each));
        if (key.interval() == null || !(ofClass instanceof RotationResolution.Resolved(RotationTerms inherited))) {
            return ofClass;
        }
        RotationResolution ofKey = RotationMerge.ofKey(inherited, key.interval());
        if (ofKey instanceof RotationResolution.Invalid(var invalid)) {
            invalid.forEach(problem -> problems.add(of(Kind.ROTATION, problem, policy)));
        }
        return ofKey;
    }

    private static Optional<RotationTerms> terms(RotationResolution resolution) {
        return resolution instanceof RotationResolution.Resolved(RotationTerms terms)
                ? Optional.of(terms)
                : Optional.empty();
    }

    private static GrantProblem of(Kind kind, FieldProblem problem, PolicyRules policy) {
        return new GrantProblem(kind, problem.path(), problem.message(), policy.name());
    }
}
