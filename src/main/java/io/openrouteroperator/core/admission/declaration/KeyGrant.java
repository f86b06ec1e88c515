package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.RotationTerms;
import java.util.List;
import java.util.Optional;

/** What a key gets under a set of policies. */
public sealed interface KeyGrant {
    /**
     * It has a grant.
     *
     * @param rotation empty when its class has none that can be kept, which is the policy's trouble
     */
    record Granted(
            PolicyRules policy, ClassificationRules classification, SpendLimit limit, Optional<RotationTerms> rotation)
            implements KeyGrant {}

    /**
     * It has none.
     *
     * @param problems at least one
     */
    record Missing(List<GrantProblem> problems) implements KeyGrant {
        public Missing {
            problems = List.copyOf(problems);
        }
    }
}
