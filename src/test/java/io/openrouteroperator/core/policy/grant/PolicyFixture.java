package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.policy.CatalogueGrowth;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationOverride;
import java.util.List;

/** Policies that differ only in what a test is about. */
final class PolicyFixture {
    private PolicyFixture() {}

    static PolicyRules policy(String name, LabelMatcher namespaces, ClassificationRules... classifications) {
        return policy(name, namespaces, RotationOverride.none(), classifications);
    }

    static PolicyRules policy(
            String name, LabelMatcher namespaces, RotationOverride rotation, ClassificationRules... classifications) {
        return new PolicyRules(
                name, "production", namespaces, rotation, CatalogueGrowth.FOLLOW, List.of(classifications));
    }

    static ClassificationRules classification(String name, LabelMatcher namespaces) {
        return classification(name, namespaces, RotationOverride.none());
    }

    static ClassificationRules classification(String name, LabelMatcher namespaces, RotationOverride rotation) {
        return new ClassificationRules(
                name,
                namespaces,
                ProviderRules.allowing("*"),
                ModelRules.standard(),
                DataRules.standard(),
                null,
                rotation,
                null);
    }
}
