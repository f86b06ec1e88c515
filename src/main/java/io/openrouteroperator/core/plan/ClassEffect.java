package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.plan.PolicyChange.PolicyVersion;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.compile.ProviderOutlook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one class, and so of its guardrail.
 *
 * @param providers as far as it can be told
 * @param modelsOpen whether the rules about models, or what they depend on, change: which models are won and lost, only the catalogue
 *     can tell
 * @param models how many are allowed now, null when all are, or nobody knows
 */
public record ClassEffect(
        String name,
        Fate fate,
        List<SettingChange> settings,
        ProviderOutlook providers,
        boolean modelsOpen,
        @Nullable Integer models) {
    /** Whether the class comes, stays or goes. */
    public enum Fate {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * What a policy's status says of a class.
     *
     * @param providers in force, {@code *} for any
     * @param models how many are allowed, null when all are
     */
    public record Recorded(List<String> providers, @Nullable Integer models) {
        static final Recorded NOTHING = new Recorded(List.of(), null);

        public Recorded {
            providers = List.copyOf(providers);
        }
    }

    public ClassEffect {
        settings = List.copyOf(settings);
    }

    /** The classes that do not stay as they are. */
    static List<ClassEffect> of(PolicyChange change, Map<String, Recorded> recorded) {
        Map<String, ClassificationRules> before = new LinkedHashMap<>();
        change.rulesBefore().ifPresent(rules -> rules.classifications().forEach(each -> before.put(each.name(), each)));
        List<ClassEffect> effects = new ArrayList<>();
        for (ClassificationRules after : change.after().rules().classifications()) {
            ClassificationRules earlier = before.remove(after.name());
            PolicyVersion version = change.before();
            if (earlier == null || version == null) {
                effects.add(added(change.after(), after));
            } else {
                changed(change, version, earlier, after, of(after.name(), recorded))
                        .ifPresent(effects::add);
            }
        }
        before.keySet().forEach(name -> effects.add(removed(name, of(name, recorded))));
        return effects;
    }

    private static Recorded of(String name, Map<String, Recorded> recorded) {
        return recorded.getOrDefault(name, Recorded.NOTHING);
    }

    private static ClassEffect added(PolicyVersion policy, ClassificationRules rules) {
        return new ClassEffect(
                rules.name(),
                Fate.ADDED,
                SettingChange.between(PolicySettings.ofSilentClass(policy), PolicySettings.of(policy, rules)).stream()
                        .map(SettingChange::asNew)
                        .toList(),
                ProviderOutlook.ofNew(rules),
                true,
                null);
    }

    private static ClassEffect removed(String name, Recorded recorded) {
        return new ClassEffect(
                name,
                Fate.REMOVED,
                List.of(),
                ProviderOutlook.ofRemoved(recorded.providers()),
                false,
                recorded.models());
    }

    private static Optional<ClassEffect> changed(
            PolicyChange change,
            PolicyVersion version,
            ClassificationRules before,
            ClassificationRules after,
            Recorded recorded) {
        List<SettingChange> settings =
                SettingChange.between(PolicySettings.of(version, before), PolicySettings.of(change.after(), after));
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        ProviderOutlook providers = ProviderOutlook.of(before, after, recorded.providers());
        boolean modelsOpen = !before.models().equals(after.models())
                || !providers.isEmpty()
                || before.data().zeroDataRetention() != after.data().zeroDataRetention();
        return Optional.of(
                new ClassEffect(after.name(), Fate.CHANGED, settings, providers, modelsOpen, recorded.models()));
    }
}
