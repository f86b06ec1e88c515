package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.CompiledClass;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.policy.ClassificationRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A class with its policy and what became of it at OpenRouter.
 *
 * @param compiled null before the operator compiled it
 */
public record GovernedClass(
        ObservedPolicy policy,
        ClassificationRules rules,
        @Nullable CompiledClass compiled) {
    /** All classes of a snapshot. */
    public static List<GovernedClass> all(Snapshot snapshot) {
        return snapshot.policies().stream()
                .flatMap(policy -> policy.rules().classifications().stream()
                        .map(rules -> new GovernedClass(
                                policy, rules, policy.compiled().get(rules.name()))))
                .toList();
    }

    /** Those that are meant for data which somebody else regulates. */
    static List<GovernedClass> regulated(Snapshot snapshot) {
        return all(snapshot).stream().filter(GovernedClass::regulated).toList();
    }

    /** Whether its rules are those of regulated data: nothing kept, something redacted, own credentials, or countries named. */
    public boolean regulated() {
        return rules.regulated();
    }

    /** What observations of it are about. */
    public Subject subject() {
        return Subject.classification(policy.name(), rules.name());
    }

    /** What it is held by. */
    String guardrail() {
        return compiled == null || compiled.guardrailId() == null
                ? "no guardrail"
                : "guardrail %s, revision %s, read back at the last pass"
                        .formatted(compiled.guardrailId(), compiled.revision());
    }

    /** Holds with this statement if the guardrail at OpenRouter was read back and says the same. */
    Observation held(String statement) {
        return notHeld().orElseGet(() -> Observation.holds(subject(), statement + " (" + guardrail() + ")"));
    }

    /** Why it cannot be said that OpenRouter enforces the class, if so. */
    Optional<Observation> notHeld() {
        var inSync = policy.conditions().get(ConditionType.GUARDRAILS_IN_SYNC);
        if (policy.conditions().fails(ConditionType.GUARDRAILS_IN_SYNC)) {
            return inSync.map(condition -> Observation.breaks(
                    subject(),
                    "the guardrails of its policy are not in sync (%s)".formatted(condition.reason()),
                    condition.since()));
        }
        boolean proven = policy.conditions().holds(ConditionType.GUARDRAILS_IN_SYNC)
                && policy.current()
                && compiled != null
                && compiled.inForce();
        return proven
                ? Optional.empty()
                : Optional.of(Observation.unseen(
                        subject(),
                        "no guardrail has been read back for it as it is written now; condition GuardrailsInSync of OpenRouterPolicy %s would prove it"
                                .formatted(policy.name())));
    }
}
