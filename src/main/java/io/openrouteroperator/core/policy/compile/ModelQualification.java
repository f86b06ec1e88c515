package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.ModelRules;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which models qualify for a classification, given the providers that do. Aliases of a model share its verdict. */
final class ModelQualification {
    private final CatalogueIndex catalogue;
    private final PatternSet allow;
    private final PatternSet deny;
    private final boolean allowFree;
    private final boolean zeroDataRetention;
    private final LocalDate today;

    ModelQualification(ClassificationRules classification, CatalogueIndex catalogue, LocalDate today) {
        ModelRules rules = classification.models();
        this.catalogue = catalogue;
        this.allow = PatternSet.of(rules.allow());
        this.deny = PatternSet.of(rules.deny());
        this.allowFree = rules.allowFree();
        this.zeroDataRetention = classification.data().zeroDataRetention();
        this.today = today;
    }

    /** Whether the rules leave out nothing, today or later. A class without free models must list what it allows. */
    boolean unrestricted() {
        return allow.everything() && deny.isEmpty() && allowFree && !zeroDataRetention;
    }

    /** Whether the policy names this model itself, so that its author wants to know what became of it. */
    boolean named(String modelName) {
        return catalogue.models().stream()
                .anyMatch(model -> model.name().equals(modelName) && allow.names(model.names()));
    }

    /** A verdict for each model that the allow-list matches, by alphabet. */
    List<Verdict> judge(Collection<String> providers) {
        return catalogue.models().stream()
                .flatMap(model -> allow.match(model.names()).stream().map(pattern -> judge(model, pattern, providers)))
                .toList();
    }

    private Verdict judge(ModelGroup model, String allowedBy, Collection<String> providers) {
        return objection(model, providers)
                .map(reason -> Verdict.dropped(model.name(), reason))
                .orElseGet(() -> Verdict.kept(model.name(), "allowed by '" + allowedBy + "'"));
    }

    private Optional<String> objection(ModelGroup model, Collection<String> providers) {
        return deny.match(model.names())
                .map(pattern -> "denied by '" + pattern + "'")
                .or(() -> when(!allowFree && model.free(), "is free, and allowFree is false"))
                .or(() -> when(model.expired(today), "is no longer offered"))
                .or(() -> when(
                        catalogue
                                .knownProviders(model)
                                .filter(serving -> Collections.disjoint(serving, providers))
                                .isPresent(),
                        "is not served by an allowed provider"))
                .or(() -> when(
                        zeroDataRetention && Collections.disjoint(catalogue.zeroRetentionProviders(model), providers),
                        "has no endpoint that keeps no data at an allowed provider"));
    }

    private static Optional<String> when(boolean objectionable, String reason) {
        return objectionable ? Optional.of(reason) : Optional.empty();
    }
}
