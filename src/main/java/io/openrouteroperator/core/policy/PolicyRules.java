package io.openrouteroperator.core.policy;

import java.util.List;

/**
 * The rules of an organisation.
 *
 * @param name of the policy object
 * @param account the OpenRouter account object that holds its keys
 * @param namespaces the namespaces it governs
 * @param rotation the rotation of all classifications, where it differs from the defaults
 * @param growth what happens when the catalogue grows
 * @param classifications the classes of data, with unique names
 */
public record PolicyRules(
        String name,
        String account,
        LabelMatcher namespaces,
        RotationOverride rotation,
        CatalogueGrowth growth,
        List<ClassificationRules> classifications) {
    public PolicyRules {
        classifications = List.copyOf(classifications);
    }
}
