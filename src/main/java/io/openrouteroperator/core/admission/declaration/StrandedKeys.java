package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.declaration.GrantProblem.Kind;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Keys in use that a change of a policy, or the end of an account, would leave without a grant. */
final class StrandedKeys {
    /** By this annotation on a policy or account, {@code "true"}, its author accepts that keys are left behind. */
    static final String ALLOWED = "openrouter-operator.io/allow-stranding";

    private static final String WHY =
            "Such a key has no grant any more; its status says so until a policy grants it again.";

    private final Declarations declarations;

    StrandedKeys(Declarations declarations) {
        this.declarations = declarations;
    }

    /** What keys in use lose when the policies become {@code after}. */
    List<Objection> of(Collection<PolicyRules> after, String policy, boolean allowed) {
        Grants before = new Grants(declarations.policies());
        Grants then = new Grants(after);
        Map<Kind, Set<String>> losers = new EnumMap<>(Kind.class);
        for (DeclaredKey key : declarations.keys()) {
            Map<String, String> labels =
                    declarations.namespaces().get(key.name().namespace());
            if (key.isInUse() && labels != null) {
                Set<Kind> had = kinds(before.problems(key, labels));
                kinds(then.problems(key, labels)).stream()
                        .filter(kind -> !had.contains(kind))
                        .forEach(kind -> losers.computeIfAbsent(kind, _ -> new TreeSet<>())
                                .add(key.name().toString()));
            }
        }
        List<Objection> objections = new ArrayList<>();
        losers.forEach((kind, keys) -> objections.add(lost(kind, keys, policy, allowed)));
        return objections;
    }

    /** The keys that an account holds; those that are being deleted need it to the end. */
    List<Objection> ofAccount(String account, boolean allowed) {
        Set<String> held = declarations.keys().stream()
                .filter(key -> Objects.equals(key.account(), account))
                .map(DeclaredKey::name)
                .map(ObjectName::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (held.isEmpty()) {
            return List.of();
        }
        return List.of(Objection.of(
                !allowed,
                Rule.KEYS_STRANDED,
                "metadata.name",
                "The account holds keys of %s: %s.".formatted(objects(held), Names.some(held)),
                "Without the account the operator can neither rotate, revoke nor delete them.",
                fix("openrouteraccount", account, "delete these OpenRouterKeys first, and wait until they are gone")));
    }

    private static Objection lost(Kind kind, Set<String> keys, String policy, boolean allowed) {
        String whose = "%s in use %s".formatted(objects(keys), keys.size() == 1 ? "has" : "have");
        String names = ": " + Names.some(keys) + ".";
        return switch (kind) {
            case SEVERAL_POLICIES ->
                Objection.of(
                        false,
                        Rule.POLICIES_OVERLAP,
                        "spec.namespaceSelector",
                        whose + " more than one policy then, and name none" + names,
                        WHY,
                        "let these keys name their policy first:\n\nspec:\n  policyRef: {name: %s}".formatted(policy));
            case LIMIT, ROTATION ->
                Objection.of(
                        false,
                        Rule.KEYS_STRANDED,
                        "spec.classifications",
                        "%s a %s of their own that is too loose then%s"
                                .formatted(whose, kind == Kind.LIMIT ? "limit" : "rotation", names),
                        WHY,
                        "have spec.%s of these keys changed as well"
                                .formatted(kind == Kind.LIMIT ? "limit" : "rotation"));
            case CLASSIFICATION -> stranding("spec.classifications", whose + " no class then" + names, policy, allowed);
            case NO_POLICY, POLICY_NOT_FOUND, NOT_GOVERNING ->
                stranding("spec.namespaceSelector", whose + " no policy then" + names, policy, allowed);
        };
    }

    private static Objection stranding(String path, String what, String policy, boolean allowed) {
        String first = "move these keys to another class or policy, or delete them, first";
        return Objection.of(!allowed, Rule.KEYS_STRANDED, path, what, WHY, fix("openrouterpolicy", policy, first));
    }

    private static String fix(String kind, String name, String first) {
        return """
                %s.
                Or, if their services may lose them, say so and try again:

                kubectl annotate %s %s %s=true""".formatted(first, kind, name, ALLOWED);
    }

    private static String objects(Collection<String> keys) {
        return keys.size() == 1 ? "1 OpenRouterKey" : keys.size() + " OpenRouterKeys";
    }

    private static Set<Kind> kinds(List<GrantProblem> problems) {
        return problems.stream().map(GrantProblem::kind).collect(Collectors.toSet());
    }
}
