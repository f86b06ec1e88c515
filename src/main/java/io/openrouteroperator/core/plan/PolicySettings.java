package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.plan.PolicyChange.PolicyVersion;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DataRules;
import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.RotationOverride;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.grant.RotationMerge;
import io.openrouteroperator.core.policy.grant.RotationResolution;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A policy and its classes as flat lists of settings; what is inherited or left out is written out. */
final class PolicySettings {
    private PolicySettings() {}

    /** The settings outside of the classes; the rotation shows in the classes that it holds for. */
    static SequencedMap<String, String> of(PolicyVersion policy) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("accountRef", policy.rules().account());
        settings.put("namespaceSelector", SettingText.of(policy.rules().namespaces()));
        settings.put("enforcement", lower(policy.facts().enforcement()));
        settings.put(
                "exemptions",
                SettingText.of(policy.facts().exemptions().stream()
                        .map(SettingText::of)
                        .sorted()
                        .toList()));
        settings.put("onCatalogueGrowth", lower(policy.rules().growth()));
        return settings;
    }

    /** The settings of a class that is allowed nothing, and says nothing else. */
    static SequencedMap<String, String> ofSilentClass(PolicyVersion policy) {
        return of(
                policy,
                new ClassificationRules(
                        "",
                        LabelMatcher.everything(),
                        ProviderRules.allowing(),
                        ModelRules.standard(),
                        DataRules.standard(),
                        null,
                        RotationOverride.none(),
                        null));
    }

    /** The settings of one class. */
    static SequencedMap<String, String> of(PolicyVersion policy, ClassificationRules rules) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        settings.put("namespaceSelector", SettingText.of(rules.namespaces()));
        settings.put(
                "enforcement",
                Optional.ofNullable(policy.facts().byClassification().get(rules.name()))
                        .map(PolicySettings::lower)
                        .orElse("as the policy"));
        settings.put("limit", SettingText.of(rules.limit()));
        settings.put("providers.allow", SettingText.of(rules.providers().allow()));
        settings.put("providers.deny", SettingText.of(rules.providers().deny()));
        settings.put("providers.countries", SettingText.of(rules.providers().countries()));
        settings.put("providers.allowFallbacks", text(rules.providers().allowFallbacks()));
        settings.put("providers.byok", rules.providers().byokRequired() ? "required" : "optional");
        settings.put("models.allow", SettingText.of(rules.models().allow()));
        settings.put("models.deny", SettingText.of(rules.models().deny()));
        settings.put("models.allowFree", text(rules.models().allowFree()));
        settings.put("data.training", rules.data().allowTraining() ? "allow" : "deny");
        settings.put("data.zeroDataRetention", rules.data().zeroDataRetention() ? "required" : "optional");
        settings.put("data.redact", SettingText.of(rules.data().redact()));
        settings.put("workspace", rules.workspace() == null ? "of the account" : rules.workspace());
        addRotation(policy.rules(), rules, settings);
        return settings;
    }

    private static void addRotation(
            PolicyRules policy, ClassificationRules rules, SequencedMap<String, String> settings) {
        if (RotationMerge.ofClassification(policy, rules) instanceof RotationResolution.Resolved(RotationTerms terms)) {
            settings.put("rotation.interval", DurationText.format(terms.interval()));
            settings.put("rotation.jitterPercent", String.valueOf(terms.jitterPercent()));
            settings.put("rotation.maxAge", DurationText.format(terms.maxAge()));
            settings.put("rotation.overlap.min", DurationText.format(terms.overlapMin()));
            settings.put("rotation.overlap.max", DurationText.format(terms.overlapMax()));
            settings.put(
                    "rotation.windows",
                    terms.windows().isEmpty()
                            ? "any time"
                            : terms.windows().stream().map(SettingText::of).collect(Collectors.joining(", ")));
            settings.put("rotation.maxConcurrent", String.valueOf(terms.maxConcurrent()));
        } else {
            settings.put("rotation", "cannot be kept");
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(boolean value) {
        return value ? "yes" : "no";
    }
}
