package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.policy.NearestMatch;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which policy a key is under. */
public sealed interface PolicySelection {
    /** This one. */
    record Governed(PolicyRules policy) implements PolicySelection {}

    /** None governs the namespace. */
    record NoPolicy() implements PolicySelection {
        /** A sentence for a condition. */
        public String message() {
            return "no policy governs this namespace; label the namespace so that a policy selects it";
        }
    }

    /**
     * Several govern the namespace and the key names none.
     *
     * @param names by alphabet
     */
    record Several(List<String> names) implements PolicySelection {
        public Several {
            names = List.copyOf(names);
        }

        /** A sentence for a condition. */
        public String message() {
            return "several policies govern this namespace (" + String.join(", ", names)
                    + "); name one in spec.policyRef.name";
        }
    }

    /** The policy that the key names does not exist. */
    record PolicyNotFound(String name, String suggestion) implements PolicySelection {
        /** A sentence for a condition. */
        public String message() {
            return "there is no OpenRouterPolicy '" + name + "'" + suggestion;
        }
    }

    /** The policy that the key names does not govern its namespace; a tenant cannot choose a laxer one. */
    record NotGoverning(String name) implements PolicySelection {
        /** A sentence for a condition. */
        public String message() {
            return "policy '" + name
                    + "' does not govern this namespace; leave spec.policyRef out or name one that does";
        }
    }

    /**
     * Finds the policy of a key.
     *
     * @param namespaceLabels of the key's namespace
     * @param policyRef the policy that the key names, null when it names none
     * @param candidates all policies of the cluster
     */
    static PolicySelection forKey(
            Map<String, String> namespaceLabels, @Nullable String policyRef, Collection<PolicyRules> candidates) {
        return policyRef == null
                ? governing(namespaceLabels, candidates)
                : named(namespaceLabels, policyRef, candidates);
    }

    private static PolicySelection governing(Map<String, String> namespaceLabels, Collection<PolicyRules> candidates) {
        List<PolicyRules> governing = candidates.stream()
                .filter(policy -> policy.namespaces().matches(namespaceLabels))
                .toList();
        return switch (governing.size()) {
            case 0 -> new NoPolicy();
            case 1 -> new Governed(governing.getFirst());
            default ->
                new Several(governing.stream().map(PolicyRules::name).sorted().toList());
        };
    }

    private static PolicySelection named(
            Map<String, String> namespaceLabels, String policyRef, Collection<PolicyRules> candidates) {
        return candidates.stream()
                .filter(policy -> policy.name().equals(policyRef))
                .findFirst()
                .<PolicySelection>map(policy -> policy.namespaces().matches(namespaceLabels)
                        ? new Governed(policy)
                        : new NotGoverning(policyRef))
                .orElseGet(() -> new PolicyNotFound(
                        policyRef,
                        NearestMatch.question(
                                policyRef,
                                candidates.stream().map(PolicyRules::name).toList())));
    }
}
