package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.declaration.Declarations;
import io.openrouteroperator.core.admission.declaration.Objection;
import io.openrouteroperator.core.plan.ClassEffect.Recorded;
import io.openrouteroperator.core.policy.LabelMatcher;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a change of a policy would do.
 *
 * @param policy its name
 * @param isNew whether there is no such policy yet
 * @param settings those outside of the classes
 * @param classes those that do not stay as they are
 * @param governed namespaces that it governs then, and did not
 * @param released namespaces that it does not govern any more
 * @param keys those for which something changes
 * @param objections what the webhook says when it is applied
 */
public record PolicyPlan(
        String policy,
        boolean isNew,
        List<SettingChange> settings,
        List<ClassEffect> classes,
        List<String> governed,
        List<String> released,
        List<KeyEffect> keys,
        List<Objection> objections) {
    /**
     * The plan.
     *
     * @param recorded what the policy's status says of its classes, by their names
     */
    public static PolicyPlan of(
            PolicyChange change,
            Declarations declarations,
            Collection<LiveKey> keys,
            Map<String, Recorded> recorded,
            Instant now) {
        Optional<LabelMatcher> before = change.rulesBefore().map(rules -> rules.namespaces());
        Predicate<Map<String, String>> was =
                labels -> before.filter(selector -> selector.matches(labels)).isPresent();
        Predicate<Map<String, String>> will = change.after().rules().namespaces()::matches;
        return new PolicyPlan(
                change.after().rules().name(),
                before.isEmpty(),
                SettingChange.between(
                        change.before() == null ? Map.of() : PolicySettings.of(change.before()),
                        PolicySettings.of(change.after())),
                ClassEffect.of(change, recorded),
                namespaces(declarations, will.and(was.negate())),
                namespaces(declarations, was.and(will.negate())),
                new KeyComparison(declarations, change.policiesAfter(declarations), now).of(keys),
                change.objections(declarations));
    }

    private static List<String> namespaces(Declarations declarations, Predicate<Map<String, String>> chosen) {
        TreeSet<String> names = new TreeSet<>();
        declarations.namespaces().forEach((name, labels) -> {
            if (chosen.test(labels)) {
                names.add(name);
            }
        });
        return List.copyOf(names);
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return !isNew && settings.isEmpty() && classes.isEmpty() && keys.isEmpty();
    }

    /** Whether the webhook refuses it, or keys are left behind. */
    public boolean doesHarm() {
        return objections.stream().anyMatch(Objection::refuses) || keys.stream().anyMatch(KeyEffect::isStranded);
    }
}
