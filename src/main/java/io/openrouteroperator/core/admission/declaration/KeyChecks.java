package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.declaration.GrantProblem.Kind;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a key as it is declared. */
final class KeyChecks {
    private static final String NO_GRANT =
            "The operator would make no key for it; its status would say the same, and its service would wait.";

    private final Declarations declarations;
    private final Grants grants;

    KeyChecks(Declarations declarations) {
        this.declarations = declarations;
        this.grants = new Grants(declarations.policies());
    }

    /** The objections; none for a namespace that nobody knows yet. */
    List<Objection> check(DeclaredKey key) {
        List<Objection> objections = new ArrayList<>();
        Map<String, String> labels = declarations.namespaces().get(key.name().namespace());
        if (labels != null) {
            grants.problems(key, labels).forEach(problem -> objections.add(objection(problem, key, labels)));
        }
        declarations.keys().stream()
                .filter(other -> !other.name().equals(key.name()))
                .filter(other -> other.name().namespace().equals(key.name().namespace()))
                .filter(other -> other.secretName().equals(key.secretName()))
                .findFirst()
                .ifPresent(other -> objections.add(secretTaken(key, other)));
        return objections;
    }

    /** A policy, or the label that makes one govern, may be applied a moment later: whoever comes first is not refused. */
    private Objection objection(GrantProblem problem, DeclaredKey key, Map<String, String> labels) {
        boolean refuses = problem.kind() != Kind.NO_POLICY && problem.kind() != Kind.POLICY_NOT_FOUND;
        return Objection.of(
                refuses,
                Rule.KEY_NOT_GRANTED,
                problem.path(),
                Objection.sentence(problem.message()),
                NO_GRANT,
                fix(problem, key, labels));
    }

    private String fix(GrantProblem problem, DeclaredKey key, Map<String, String> labels) {
        return switch (problem.kind()) {
            case NO_POLICY ->
                "have the namespace labelled so that a policy selects it:\n\nkubectl label namespace %s openrouter-operator.io/governed=true"
                        .formatted(key.name().namespace());
            case POLICY_NOT_FOUND, NOT_GOVERNING ->
                governing(labels).isEmpty()
                        ? "take spec.policyRef out, and have the namespace labelled so that a policy selects it"
                        : "name a policy that governs this namespace:\n\n" + policyRef(labels);
            case SEVERAL_POLICIES -> "name the one that is meant:\n\n" + policyRef(labels);
            case CLASSIFICATION -> classification(problem, labels);
            case LIMIT ->
                key.usd() == null
                        ? "write what the service may spend:\n\nspec:\n  limit: {usd: 20, reset: Monthly}"
                        : "lower spec.limit, or take it out where the class has a limit: the key then gets that one";
            case ROTATION -> "shorten spec.rotation.interval, or take it out: the key then rotates as its class does";
        };
    }

    private String policyRef(Map<String, String> labels) {
        List<String> names =
                governing(labels).stream().map(PolicyRules::name).sorted().toList();
        return "spec:\n  policyRef: {name: %s}%s".formatted(names.getFirst(), alternatives(names));
    }

    private String classification(GrantProblem problem, Map<String, String> labels) {
        List<String> claimable = governing(labels).stream()
                .filter(policy -> policy.name().equals(problem.policy()))
                .flatMap(policy -> policy.classifications().stream())
                .filter(each -> each.namespaces().matches(labels))
                .map(each -> each.name())
                .toList();
        return claimable.isEmpty()
                ? "ask whoever keeps OpenRouterPolicy %s to offer a class to this namespace".formatted(problem.policy())
                : "ask for a class that this namespace may claim:\n\nspec:\n  classification: %s%s"
                        .formatted(claimable.getFirst(), alternatives(claimable));
    }

    private static String alternatives(List<String> names) {
        return names.size() < 2 ? "" : "  # one of " + String.join(", ", names);
    }

    private List<PolicyRules> governing(Map<String, String> labels) {
        return declarations.policies().stream()
                .filter(policy -> policy.namespaces().matches(labels))
                .toList();
    }

    private static Objection secretTaken(DeclaredKey key, DeclaredKey other) {
        return Objection.of(
                true,
                Rule.KEY_NOT_GRANTED,
                "spec.secret.name",
                "Secret \"%s\" is that of OpenRouterKey \"%s\" already."
                        .formatted(key.secretName(), other.name().name()),
                "A Secret holds one key; the operator never takes over that of another object.",
                "give this key a Secret of its own:\n\nspec:\n  secret: {name: %s-openrouter-key}"
                        .formatted(key.name().name()));
    }
}
