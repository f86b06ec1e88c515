package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a model was allowed. A variant that the catalogue lists is a model of its own; one that it does not list ({@code :nitro},
 * {@code :online}) only says how a request is routed, and counts as its model. A free variant is never taken for the paid model.
 */
final class ModelRule {
    private final Set<String> listed;

    ModelRule(Catalogue catalogue) {
        this.listed = catalogue.models().stream().map(Model::id).collect(Collectors.toSet());
    }

    /** The rule that the model breaks, if any. */
    Optional<UsageRule> broken(ServedCell cell, InForce allowed) {
        if (cell.isFree() && !allowed.free()) {
            return Optional.of(UsageRule.FREE_MODEL_NOT_ALLOWED);
        }
        boolean routing = !cell.isFree() && !listed.contains(cell.modelId());
        boolean permitted = allowed.models().permits(cell.model())
                || (routing && allowed.models().permits(cell.baseModel()));
        return permitted ? Optional.empty() : Optional.of(UsageRule.MODEL_NOT_ALLOWED);
    }
}
