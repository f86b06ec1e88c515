package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ContainerFacts;
import io.openrouteroperator.core.admission.facts.EnvironmentVariable;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.facts.TextField;
import io.openrouteroperator.core.admission.facts.VariableExpansion.Expanded;
import io.openrouteroperator.core.admission.recognition.FoundKey;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.core.key.KeyHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A key written into the pod itself: in any string of its spec, labels and annotations, or put together by {@code $(VAR)}. */
final class LiteralKey {
    /** kubectl's copy of what was applied repeats the key of another field; it is worth a line only on its own. */
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private LiteralKey() {}

    static List<Violation> check(PodFacts pod, Expanded expanded, Governance governance) {
        Remedy remedy = Remedy.forPod(governance, pod);
        BoundedViolations violations = new BoundedViolations();
        Set<KeyHash> seen = new HashSet<>();
        Set<String> seenAt = new HashSet<>();
        Map<String, String> variables = Map.of();
        Set<TextField> composed = Set.of();
        for (TextField field : inOrder(pod, expanded)) {
            for (FoundKey found : KeyRecogniser.find(field.text())) {
                KeyMark mark = found.mark();
                boolean repeated = !seen.add(mark.hash()) && field.path().contains(LAST_APPLIED);
                if (!repeated
                        && (violations.isFull()
                                || seenAt.add(field.path() + mark.hash().value()))) {
                    // Nearly no pod has a key in it, and this is for those that do.
                    variables = violations.isEmpty() ? variables(pod) : variables;
                    composed = violations.isEmpty() ? Set.copyOf(expanded.texts()) : composed;
                    KeyOwnership key = KeyOwnership.of(mark, governance);
                    Fix fix = remedy.readOneEntry(variables.get(field.path())).followedBy(key.afterLeak());
                    violations.add(violation(field, composed.contains(field), key, fix));
                }
            }
        }
        return violations.list();
    }

    private static Violation violation(TextField field, boolean composed, KeyOwnership key, Fix fix) {
        Rule rule = key.management() ? Rule.MANAGEMENT_KEY_EXPOSED : Rule.LITERAL_KEY;
        String what = (composed ? "With its variables filled in, it holds " : "It holds ") + key.describe() + ".";
        return new Violation(rule, field.path(), what, key.reason(), fix, key.classification(), key.exposed());
    }

    private static List<TextField> inOrder(PodFacts pod, Expanded expanded) {
        List<TextField> fields = new ArrayList<>();
        List<TextField> copies = new ArrayList<>();
        pod.texts().forEach(field -> (field.path().contains(LAST_APPLIED) ? copies : fields).add(field));
        fields.addAll(expanded.texts());
        fields.addAll(copies);
        return fields;
    }

    /** Names of variables by the path of their value. */
    private static Map<String, String> variables(PodFacts pod) {
        Map<String, String> names = new HashMap<>();
        for (ContainerFacts container : pod.containers()) {
            for (EnvironmentVariable variable : container.environment()) {
                names.put(variable.path() + ".value", variable.name());
            }
        }
        return names;
    }
}
