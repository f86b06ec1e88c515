package io.openrouteroperator.core.compliance.snapshot;

import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy: its rules as written, and what its status says of them.
 *
 * @param rules what keys may do
 * @param admission what workloads may do
 * @param current whether the status is about the rules as they are written now
 * @param compiled by name of the class
 */
public record ObservedPolicy(
        PolicyRules rules,
        PolicyFacts admission,
        List<Voucher> vouchers,
        boolean current,
        Conditions conditions,
        Map<String, CompiledClass> compiled) {
    public ObservedPolicy {
        vouchers = List.copyOf(vouchers);
        compiled = Map.copyOf(compiled);
    }

    /** Its name. */
    public String name() {
        return rules.name();
    }

    /** One of its classes. */
    public Optional<ClassificationRules> classification(String name) {
        return rules.classifications().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
