package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.policy.CatalogueGrowth;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.CompiledClassification.NothingAllowed;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Unresolved;
import java.util.List;
import java.util.Optional;

/** Makes explicit lists out of a classification's globs and conditions. The same input always gives the same result. */
public final class PolicyCompiler {
    private final CompilerInput input;
    private final CatalogueIndex catalogue;
    private final ProviderQualification providerQualification;
    private final ModelQualification modelQualification;
    private final String rulesHash;

    private PolicyCompiler(CompilerInput input, Catalogue catalogue) {
        this.input = input;
        this.catalogue = new CatalogueIndex(catalogue);
        this.providerQualification = new ProviderQualification(input.rules(), this.catalogue);
        this.modelQualification = new ModelQualification(input.rules(), this.catalogue, input.today());
        this.rulesHash = Revision.ofListRules(input.rules());
    }

    /** What the rules mean with this catalogue. */
    public static CompiledClassification compile(CompilerInput input, Catalogue catalogue) {
        return new PolicyCompiler(input, catalogue).compile();
    }

    private CompiledClassification compile() {
        ClassificationRules rules = input.rules();
        // An empty catalogue is a failure of OpenRouter, never a reason to disable a fleet of keys.
        if (catalogue.providers().isEmpty() || catalogue.models().isEmpty()) {
            return new Unresolved(
                    List.of(new FieldProblem(rules.path(), "cannot be compiled: OpenRouter's catalogue is empty")));
        }
        boolean resolvedBefore = previousOfSameRules().isPresent();
        List<FieldProblem> problems = NameResolution.problems(rules, catalogue, resolvedBefore);
        return problems.isEmpty() ? compileLists() : new Unresolved(problems);
    }

    private CompiledClassification compileLists() {
        List<Verdict> providers =
                Holding.apply(held().map(GuardrailSettings::providers), providerQualification.judge());
        List<String> keptProviders = Verdict.keptNames(providers);
        if (keptProviders.isEmpty()) {
            return new NothingAllowed(Verdict.whyNone("provider", providers), providers);
        }
        List<Verdict> models =
                Holding.apply(held().map(GuardrailSettings::models), modelQualification.judge(keptProviders));
        return Verdict.keptNames(models).isEmpty()
                ? new NothingAllowed(Verdict.whyNone("model", models), providers)
                : compiled(providers, models);
    }

    private Compiled compiled(List<Verdict> providers, List<Verdict> models) {
        List<String> keptProviders = Verdict.keptNames(providers);
        List<String> keptModels = Verdict.keptNames(models);
        boolean anyProvider = input.growth() == CatalogueGrowth.FOLLOW && providerQualification.unrestricted();
        boolean anyModel = anyProvider && modelQualification.unrestricted();
        GuardrailSettings settings = GuardrailDraft.settings(
                input,
                anyProvider ? AllowList.everything() : AllowList.only(keptProviders),
                anyModel ? AllowList.everything() : AllowList.only(keptModels));
        return new Compiled(
                settings,
                keptProviders,
                keptModels,
                providers,
                models.stream()
                        .filter(verdict -> !verdict.kept() && modelQualification.named(verdict.name()))
                        .toList(),
                Optional.ofNullable(input.previous())
                        .map(PreviousCompilation::settings)
                        .map(before -> ListChanges.between(before, settings))
                        .orElseGet(ListChanges::none),
                Revision.of(rulesHash, settings));
    }

    private Optional<PreviousCompilation> previousOfSameRules() {
        return Optional.ofNullable(input.previous())
                .filter(previous -> previous.rulesHash().equals(rulesHash));
    }

    private Optional<GuardrailSettings> held() {
        return input.growth() == CatalogueGrowth.HOLD
                ? previousOfSameRules().map(PreviousCompilation::settings)
                : Optional.empty();
    }
}
