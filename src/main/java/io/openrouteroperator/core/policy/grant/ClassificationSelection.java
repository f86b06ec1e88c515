package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.NearestMatch;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.List;
import java.util.Map;

/** Which classification a key gets. */
public sealed interface ClassificationSelection {
    /** The one it asks for. */
    record Selected(ClassificationRules rules) implements ClassificationSelection {}

    /** The policy has no such classification. */
    record ClassificationUnknown(String name, String policy, List<String> known) implements ClassificationSelection {
        public ClassificationUnknown {
            known = List.copyOf(known);
        }

        /** A sentence for a condition. */
        public String message() {
            return "policy '" + policy + "' has no classification '" + name + "'" + NearestMatch.question(name, known)
                    + "; it has " + String.join(", ", known);
        }
    }

    /** The classification exists, but this namespace may not claim it. */
    record NamespaceNotAllowed(String name, String policy) implements ClassificationSelection {
        /** A sentence for a condition. */
        public String message() {
            return "this namespace may not claim classification '" + name + "' of policy '" + policy
                    + "'; its labels do not match the classification's namespaceSelector";
        }
    }

    /** Finds a classification by name; names are compared exactly. */
    static ClassificationSelection of(PolicyRules policy, String name, Map<String, String> namespaceLabels) {
        return policy.classifications().stream()
                .filter(rules -> rules.name().equals(name))
                .findFirst()
                .<ClassificationSelection>map(rules -> rules.namespaces().matches(namespaceLabels)
                        ? new Selected(rules)
                        : new NamespaceNotAllowed(name, policy.name()))
                .orElseGet(() -> new ClassificationUnknown(
                        name,
                        policy.name(),
                        policy.classifications().stream()
                                .map(ClassificationRules::name)
                                .toList()));
    }
}
