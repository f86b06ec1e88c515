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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that is checked of a pod or pod template. */
public final class PodChecks {
    /** Distinct Secrets and ConfigMaps that are looked up for one pod. */
    public static final int MOST_TARGETS = 200;

    private PodChecks() {}

    /** All violations; {@code contents} should hold what {@link #namesToLookUp} names. */
    public static List<Violation> check(PodFacts pod, PodContents contents, Governance governance) {
        Expanded expanded = VariableExpansion.of(pod.containers());
        return Stream.of(
                        ManagementKeyExposed.check(pod, governance),
                        KeyOfAnotherService.check(pod, governance),
                        LiteralKey.check(pod, expanded, governance),
                        SecretNotManaged.check(pod, contents, governance),
                        NotExaminable.check(pod, expanded, contents, governance))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * One reference for each Secret and ConfigMap whose content decides. Those that are judged by name alone are not among them. No
     * more than one over {@link #MOST_TARGETS}: then the pod is refused unread.
     */
    static Set<KeyReference> toLookUp(PodFacts pod, Governance governance) {
        Map<String, KeyReference> distinct = new LinkedHashMap<>();
        for (KeyReference reference : pod.references()) {
            if (distinct.size() > MOST_TARGETS) {
                break;
            }
            if (!KeyOwnership.isSettled(reference, pod.object().namespace(), governance)) {
                distinct.putIfAbsent((reference.isSecret() ? "s/" : "c/") + reference.target(), reference);
            }
        }
        return new LinkedHashSet<>(distinct.values());
    }

    /** The names of what {@link #toLookUp} refers to. */
    public static Set<ContentName> namesToLookUp(PodFacts pod, Governance governance) {
        Set<ContentName> names = new LinkedHashSet<>();
        String namespace = pod.object().namespace();
        toLookUp(pod, governance).forEach(reference -> names.add(ContentName.referredTo(namespace, reference)));
        return names;
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
