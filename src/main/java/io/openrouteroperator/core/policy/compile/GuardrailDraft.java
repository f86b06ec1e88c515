package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.ContentFilter;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.ClassificationRules;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a classification demands in the fields of a guardrail. */
final class GuardrailDraft {
    private GuardrailDraft() {}

    static GuardrailSettings settings(CompilerInput input, AllowList providers, AllowList models) {
        ClassificationRules rules = input.rules();
        boolean training = rules.data().allowTraining();
        return new GuardrailSettings(
                input.guardrailName(),
                "Held by the OpenRouter Operator for classification " + rules.name()
                        + "; changes made here are put back.",
                budget(rules.limit()),
                providers,
                models,
                rules.data().zeroDataRetention(),
                training,
                // To publish prompts is worse than to train on them, so it takes both permissions.
                training && rules.models().allowFree(),
                rules.data().redact().stream()
                        .map(slug -> new ContentFilter(slug.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    // A guardrail's budget needs an interval (amount and interval come together); a total is held by the key's own
    // limit.
    private static @Nullable SpendLimit budget(@Nullable SpendLimit limit) {
        return limit == null || limit.reset() == ResetInterval.NEVER ? null : limit;
    }
}
