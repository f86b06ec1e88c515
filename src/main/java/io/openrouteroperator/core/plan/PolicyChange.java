package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.declaration.Declaration.PolicyWritten;
import io.openrouteroperator.core.admission.declaration.DeclarationChecks;
import io.openrouteroperator.core.admission.declaration.Declarations;
import io.openrouteroperator.core.admission.declaration.Objection;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is to be created or changed.
 *
 * @param before as it is in force, null for a new one
 * @param strandingAllowed whether its author has said that keys may lose their grant
 */
public record PolicyChange(PolicyVersion after, @Nullable PolicyVersion before, boolean strandingAllowed) {
    /**
     * A policy at one moment.
     *
     * @param rules what it grants
     * @param facts what it does at admission
     */
    public record PolicyVersion(PolicyRules rules, PolicyFacts facts) {}

    /** All policies as they will be. */
    List<PolicyRules> policiesAfter(Declarations declarations) {
        List<PolicyRules> policies = new ArrayList<>(declarations.policies());
        policies.removeIf(policy -> policy.name().equals(after.rules().name()));
        policies.add(after.rules());
        return policies;
    }

    Optional<PolicyRules> rulesBefore() {
        return Optional.ofNullable(before).map(PolicyVersion::rules);
    }

    /** What the webhook says when it is applied. */
    List<Objection> objections(Declarations declarations) {
        return DeclarationChecks.check(
                new PolicyWritten(after.rules(), before == null ? null : before.rules(), strandingAllowed),
                declarations);
    }
}
