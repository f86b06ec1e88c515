package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.CompiledClass;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Proof;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.condition.ConditionType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Each class reaches approved providers and models only. */
public final class ProviderChecks {
    private static final List<String> ANY = List.of("*");

    private ProviderChecks() {}

    /** Guardrails name the approved providers, and each key was proven to be bound to the guardrail of its class. */
    public static List<Observation> approved(Snapshot snapshot, Instant now) {
        return Stream.concat(
                        GovernedClass.all(snapshot).stream().map(ProviderChecks::approved),
                        KeyChecks.published(snapshot).map(key -> bound(key, snapshot)))
                .toList();
    }

    private static Observation approved(GovernedClass each) {
        CompiledClass compiled = each.compiled();
        List<String> providers = compiled == null ? List.of() : compiled.providers();
        if (each.regulated() && providers.equals(ANY)) {
            return Observation.breaks(
                    each.subject(),
                    "it is for regulated data, but any provider may serve; name them in providers.allow");
        }
        return each.held("served by "
                + (providers.equals(ANY) ? "any provider, as its policy says" : String.join(", ", providers)));
    }

    private static Observation bound(ObservedKey key, Snapshot snapshot) {
        Subject subject = Subject.of(key);
        Proof proof = key.proof();
        if (proof == null) {
            return Observation.breaks(subject, "it was published without a recorded proof of what it may use");
        }
        Optional<String> guardrail = snapshot.policy(key.policy())
                .map(policy -> policy.compiled().get(key.classification()))
                .map(CompiledClass::guardrailId);
        if (guardrail.isEmpty()) {
            return Observation.unseen(subject, "its class has no guardrail that is known");
        }
        if (!guardrail.get().equals(proof.guardrailId())) {
            return Observation.breaks(
                    subject,
                    "it was proven under guardrail %s, its class has %s"
                            .formatted(proof.guardrailId(), guardrail.get()));
        }
        if (!key.conditions().holds(ConditionType.GUARDRAIL_IN_SYNC)) {
            return Observation.unseen(
                    subject,
                    "condition GuardrailInSync is missing; it would prove that the key is bound to guardrail "
                            + proof.guardrailId());
        }
        return Observation.holds(
                subject,
                "proven at %s: %d models usable, asked with the key itself (GET /models/user); bound to guardrail %s"
                        .formatted(proof.provenAt(), proof.usableModels(), proof.guardrailId()));
    }

    /** Fallback to a provider that is not approved was tried and refused. */
    public static List<Observation> fallback(Snapshot snapshot, Instant now) {
        return GovernedClass.regulated(snapshot).stream()
                .map(
                        each -> Observation.unseen(
                                each.subject(),
                                "no request outside of it was tried here; run kubectl openrouter verify, and attest its result"))
                .toList();
    }

    /** The models of each class are listed, and their names exist. */
    public static List<Observation> models(Snapshot snapshot, Instant now) {
        return GovernedClass.all(snapshot).stream().map(ProviderChecks::models).toList();
    }

    private static Observation models(GovernedClass each) {
        if (each.policy().conditions().fails(ConditionType.PROVIDERS_RESOLVED)) {
            return Observation.breaks(
                    each.subject(),
                    "names of its policy do not resolve (condition ProvidersResolved)",
                    each.policy()
                            .conditions()
                            .get(ConditionType.PROVIDERS_RESOLVED)
                            .map(condition -> condition.since())
                            .orElse(null));
        }
        CompiledClass compiled = each.compiled();
        Integer count = compiled == null ? null : compiled.models();
        if (each.regulated() && compiled != null && compiled.inForce() && count == null) {
            return Observation.breaks(each.subject(), "it is for regulated data, but any model may be used");
        }
        return each.held((count == null ? "all models" : count + " models") + " of "
                + String.join(", ", each.rules().models().allow()));
    }

    /** No free model sees regulated data. */
    public static List<Observation> freeModels(Snapshot snapshot, Instant now) {
        return GovernedClass.regulated(snapshot).stream()
                .map(each -> each.rules().models().allowFree()
                        ? Observation.breaks(each.subject(), "models.allowFree is true for regulated data")
                        : each.held("free models are left out of its list"))
                .toList();
    }
}
