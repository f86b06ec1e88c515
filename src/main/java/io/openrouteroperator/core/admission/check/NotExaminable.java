package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.facts.VariableExpansion.Expanded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pod that could not be examined completely: built beyond the bounds of time and memory that any real pod keeps, or referring to
 * something that the API server did not show us.
 */
final class NotExaminable {
    private static final String WHY = "What cannot be examined could hide a key.";

    private NotExaminable() {}

    static List<Violation> check(PodFacts pod, Expanded expanded, PodContents contents, Governance governance) {
        List<Violation> violations = new ArrayList<>();
        if (!expanded.complete()) {
            String what = "The variables expand to more than 6 MiB of text.";
            violations.add(violation("spec", what, "shorten the $(VAR) chains in env, command and args"));
        }
        // Asked anew: a Secret that was settled by its name when contents were looked up may not be any more.
        Map<ContentName, KeyReference> looked = PodChecks.toLookUp(pod, governance);
        if (looked.size() > PodChecks.MOST_TARGETS) {
            String what = "It refers to more than " + PodChecks.MOST_TARGETS + " Secrets and ConfigMaps.";
            violations.add(violation("spec", what, "merge Secrets and ConfigMaps, or split the pod"));
            return violations;
        }
        for (KeyReference reference : looked.values()) {
            if (contents.of(reference).isEmpty()) {
                String kind = reference.isSecret() ? "Secret" : "ConfigMap";
                String what = "%s \"%s\" could not be read in time.".formatted(kind, reference.target());
                violations.add(violation(reference.path(), what, "try again; the operator's log says why it failed"));
            }
        }
        return violations;
    }

    private static Violation violation(String path, String what, String fix) {
        return new Violation(Rule.NOT_EXAMINABLE, path, what, WHY, Fix.of(fix), null);
    }
}
