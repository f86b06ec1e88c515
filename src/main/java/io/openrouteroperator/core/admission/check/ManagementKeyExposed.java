package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.admission.facts.PodFacts;
import java.util.List;

/** A pod that refers to the Secret from which an account takes its management key, by whatever field. */
final class ManagementKeyExposed {
    private ManagementKeyExposed() {}

    static List<Violation> check(PodFacts pod, Governance governance) {
        Remedy remedy = Remedy.forPod(governance, pod);
        String namespace = pod.object().namespace();
        BoundedViolations violations = new BoundedViolations();
        for (KeyReference reference : pod.references()) {
            if (reference.isSecret() && governance.holdsManagementKey(new ObjectName(namespace, reference.target()))) {
                violations.add(violation(reference, remedy));
            }
        }
        return violations.list();
    }

    private static Violation violation(KeyReference reference, Remedy remedy) {
        return new Violation(
                Rule.MANAGEMENT_KEY_EXPOSED,
                reference.path(),
                "Secret \"%s\" holds an account's management key.".formatted(reference.target()),
                "A management key can make keys without limit and delete those of others; only the operator may have it.",
                remedy.readOneEntry(reference.filledVariable(), reference.target()),
                null);
    }
}
