package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.facts.VariableExpansion;
import io.openrouteroperator.core.admission.facts.VariableExpansion.Expanded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Everything that is checked of a pod or pod template. */
public final class PodChecks {
    /** Distinct Secrets and ConfigMaps that are looked up for one pod. */
    public static final int MOST_TARGETS = 200;

    private PodChecks() {}

    /** All violations; {@code contents} should hold what {@link #namesToLookUp} names. */
    public static List<Violation> check(PodFacts pod, PodContents contents, Governance governance) {
        Expanded expanded = VariableExpansion.of(pod.containers());
        List<Violation> violations = new ArrayList<>(ManagementKeyExposed.check(pod, governance));
        violations.addAll(KeyOfAnotherService.check(pod, governance));
        violations.addAll(LiteralKey.check(pod, expanded, governance));
        violations.addAll(SecretNotManaged.check(pod, contents, governance));
        violations.addAll(NotExaminable.check(pod, expanded, contents, governance));
        return violations;
    }

    /**
     * Each Secret and ConfigMap whose content decides, with the first reference to it. Those that are judged by name alone are not
     * among them. No more than one over {@link #MOST_TARGETS}: then the pod is refused unread.
     */
    static Map<ContentName, KeyReference> toLookUp(PodFacts pod, Governance governance) {
        Map<ContentName, KeyReference> distinct = new LinkedHashMap<>();
        String namespace = pod.object().namespace();
        for (KeyReference reference : pod.references()) {
            if (distinct.size() > MOST_TARGETS) {
                break;
            }
            if (!KeyOwnership.isSettled(reference, namespace, governance)) {
                distinct.putIfAbsent(ContentName.referredTo(namespace, reference), reference);
            }
        }
        return distinct;
    }

    /** The names of what {@link #toLookUp} refers to. */
    public static Set<ContentName> namesToLookUp(PodFacts pod, Governance governance) {
        return toLookUp(pod, governance).keySet();
    }

    /**
     * What decides about the pod.
     *
     * @param lookup what a Secret or ConfigMap holds, {@link EntryKeys#NONE} for one that does not exist
     */
    public static PodContents contents(PodFacts pod, Governance governance, Function<ContentName, EntryKeys> lookup) {
        Map<ContentName, EntryKeys> found = new HashMap<>();
        namesToLookUp(pod, governance).forEach(name -> found.put(name, lookup.apply(name)));
        return PodContents.of(found);
    }
}
