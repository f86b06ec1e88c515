package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a Secret or ConfigMap that holds a key and is not the operator's. A target that does not exist yet is no violation:
 * charts create workloads first, and the rule for Secrets looks at it when it comes.
 */
final class SecretNotManaged {
    private SecretNotManaged() {}

    static List<Violation> check(PodFacts pod, PodContents contents, Governance governance) {
        Remedy remedy = Remedy.forPod(governance, pod);
        BoundedViolations violations = new BoundedViolations();
        Set<Taken> looked = new HashSet<>();
        for (KeyReference reference : pod.references()) {
            boolean first = looked.add(new Taken(reference.isSecret(), reference.target(), reference.takenEntry()));
            if ((first || !violations.isFull())
                    && !KeyOwnership.isSettled(reference, pod.object().namespace(), governance)) {
                EntryKeys keys = contents.of(reference).orElse(EntryKeys.NONE);
                keys.takenBy(reference)
                        .forEach((entry, marks) -> marks.forEach(
                                mark -> violations.add(violation(reference, entry, mark, remedy, governance))));
            }
        }
        return violations.list();
    }

    /** What a reference takes; naming it once more takes nothing else. */
    private record Taken(
            boolean secret, String target, @Nullable String entry) {}

    private static Violation violation(
            KeyReference reference, String entry, KeyMark mark, Remedy remedy, Governance governance) {
        KeyOwnership key = KeyOwnership.of(mark, governance);
        String kind = reference.isSecret() ? "Secret" : "ConfigMap";
        String what = "%s \"%s\", entry \"%s\", holds %s.".formatted(kind, reference.target(), entry, key.describe());
        Fix fix = reference.takenEntry() == null
                ? remedy.readBeside(kind, reference.target(), entry)
                : remedy.readOneEntry(reference.filledVariable(), reference.target());
        Rule rule = key.management()
                ? Rule.MANAGEMENT_KEY_EXPOSED
                : reference.isSecret() ? Rule.SECRET_NOT_MANAGED : Rule.CONFIG_MAP_HOLDS_KEY;
        return new Violation(rule, reference.path(), what, key.reason(), fix, key.classification(), key.exposed());
    }
}
