package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.policy.FieldProblem;
import java.util.List;

/** What a classification means today. */
public sealed interface CompiledClassification {
    /**
     * It can be enforced.
     *
     * @param settings what its guardrail must say
     * @param providers that may serve, by slug and alphabet; all of the catalogue when the rules leave out nobody
     * @param models that may be used, by {@link ModelName} and alphabet; all that are offered when the rules leave out nothing
     * @param providerVerdicts for each provider that the allow-list matches
     * @param excludedModels for each model that the policy names itself and that does not qualify
     * @param changes against the lists in force before
     * @param revision changes whenever the settings or the rules behind the lists do
     */
    record Compiled(
            GuardrailSettings settings,
            List<String> providers,
            List<String> models,
            List<Verdict> providerVerdicts,
            List<Verdict> excludedModels,
            ListChanges changes,
            String revision)
            implements CompiledClassification {
        public Compiled {
            providers = List.copyOf(providers);
            models = List.copyOf(models);
            providerVerdicts = List.copyOf(providerVerdicts);
            excludedModels = List.copyOf(excludedModels);
        }
    }

    /**
     * The rules leave no provider or no model: keys of this class must be disabled, for OpenRouter would read an empty list as
     * "allow all".
     *
     * @param reasons sentences for a condition, at least one
     * @param providerVerdicts for each provider that the allow-list matches
     */
    record NothingAllowed(List<String> reasons, List<Verdict> providerVerdicts) implements CompiledClassification {
        public NothingAllowed {
            reasons = List.copyOf(reasons);
            providerVerdicts = List.copyOf(providerVerdicts);
        }
    }

    /**
     * The rules cannot be understood; nothing may be changed remotely because of them.
     *
     * @param problems at least one
     */
    record Unresolved(List<FieldProblem> problems) implements CompiledClassification {
        public Unresolved {
            problems = List.copyOf(problems);
        }
    }
}
