package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.ContentFilter;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.ClassificationRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The short text that changes exactly when a compiled classification does: one hash for the rules that decide the lists, one for
 * everything the guardrail says. What the hashes are made from must stay the same over releases, or every guardrail is rewritten.
 */
final class Revision {
    private Revision() {}

    /** The revision of a guardrail compiled from these rules; the same for one read back unchanged. */
    static String of(String rulesHash, GuardrailSettings settings) {
        List<String> lines = new ArrayList<>();
        lines.add("name " + settings.name());
        lines.add("description " + settings.description());
        lines.add("limit " + text(settings));
        lines.add("zdr " + settings.zeroDataRetention());
        lines.add("training " + settings.training());
        lines.add("publication " + settings.freeModelPublication());
        lines.add("redact "
                + settings.redactions().stream().map(ContentFilter::slug).toList());
        lines.add("providers " + text(settings.providers()));
        lines.add("models " + text(settings.models()));
        return rulesHash + "-" + Fingerprint.shortOf(lines);
    }

    /** The hash of the rules in a revision. */
    static String rulesHashIn(String revision) {
        return revision.substring(0, revision.indexOf('-'));
    }

    /** Of the rules that decide the lists; a new limit or rotation is no reason to let a held list grow. */
    static String ofListRules(ClassificationRules rules) {
        return Fingerprint.shortOf(List.of(
                "providers " + rules.providers().allow(),
                "deny " + rules.providers().deny(),
                "countries " + rules.providers().countries(),
                "models " + rules.models().allow(),
                "deny " + rules.models().deny(),
                "free " + rules.models().allowFree(),
                "training " + rules.data().allowTraining(),
                "zdr " + rules.data().zeroDataRetention()));
    }

    private static String text(GuardrailSettings settings) {
        SpendLimit limit = settings.limit();
        return limit == null ? "none" : limit.usd().stripTrailingZeros().toPlainString() + " " + limit.reset();
    }

    private static String text(AllowList list) {
        return switch (list) {
            case AllowList.Everything _ -> "everything";
            case AllowList.Only(List<String> names) -> names.toString();
        };
    }
}
